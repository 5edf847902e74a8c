/** Sends a day's digest: written once, mailed as any letter, then noted on each notice; cut short anywhere, it goes on from there. */
import { commitPatiently } from "../../kernel/commit.ts";
import { DomainError } from "../../kernel/error.ts";
import { addDays, toEpochSeconds } from "../../kernel/instant.ts";
import { perform } from "../../kernel/perform.ts";
import type { Digest } from "../../letter/digest/digest.ts";
import { writeDigest } from "../../letter/digest/write-digest.ts";
import type { Letter } from "../../letter/letter.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";
import { sendLetter } from "./send-letter.ts";

const actor = { kind: "system", name: "outbox" } as const;

/** So long a digest that was sent is still known by its day. */
const keptDays = 60;

export async function sendDigest(deps: Deps, { personId, day }: Body<"send-digest">): Promise<void> {
  const key = { personId, day };
  await perform(deps, actor, `digest:${personId}:${day}`, writeDigest, key);
  const digest = await deps.store.get("digest", key);
  if (digest === undefined || digest.state === "sent") return;
  const mailed = await mail(deps, digest);
  for (const notice of digest.notices) await note(deps, notice, mailed);
  const set = { state: "sent" as const, expires: toEpochSeconds(addDays(deps.clock.now(), keptDays)) };
  await commitPatiently(deps, [{ op: "patch", name: "digest", key, set, when: { state: "written" } }]);
}

/** The letter as the mail server left it; undefined where there was nothing to tell. */
async function mail(deps: Deps, { personId, letterId }: Digest): Promise<Letter | undefined> {
  if (letterId === undefined) return undefined;
  const stream = `person:${personId}`;
  await sendLetter(deps, { kind: "send-letter", stream, letterId });
  const letter = await deps.store.get("letter", { stream, letterId });
  if (letter === undefined || letter.status === "queued") throw new DomainError("unavailable", "letter.not-marked");
  return letter;
}

/** Noted before, or erased with its draft meanwhile: nothing is left to note. */
async function note(
  deps: Deps,
  { caseId, letterId, outcome }: Digest["notices"][number],
  mailed: Letter | undefined,
): Promise<void> {
  const set: Partial<Letter> | undefined =
    outcome === "withheld"
      ? { status: "withheld", heldUntil: undefined }
      : outcome === "told" && mailed !== undefined
        ? {
            status: mailed.status,
            heldUntil: undefined,
            digestId: mailed.letterId,
            ...(mailed.sentAt === undefined ? {} : { sentAt: mailed.sentAt }),
            ...(mailed.refusal === undefined ? {} : { refusal: mailed.refusal }),
          }
        : undefined;
  if (set === undefined) return;
  const key = { stream: caseId, letterId };
  await commitPatiently(deps, [{ op: "patch", name: "letter", key, set, when: { status: "held" } }]);
}
