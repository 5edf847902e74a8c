/** Hands a queued letter to the mailer, once unless a crash falls between handing over and marking. */
import { commitPatiently } from "../../kernel/commit.ts";
import { DomainError } from "../../kernel/error.ts";
import type { Letter } from "../../letter/letter.ts";
import { readBars } from "../../person/bar.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

export async function sendLetter(deps: Deps, body: Body<"send-letter">): Promise<void> {
  const key = { stream: body.stream, letterId: body.letterId };
  const letter = await deps.store.get("letter", key);
  if (letter === undefined || letter.status !== "queued") return;
  if (await isKeptFrom(deps, letter)) {
    const held = { status: "withheld" as const };
    await commitPatiently(deps, [{ op: "patch", name: "letter", key, set: held, when: { status: "queued" } }]);
    return;
  }
  const { subject, text, html } = letter;
  const outcome = await deps.mailer.send({
    id: letter.letterId,
    stream: letter.stream,
    to: letter.to.email,
    subject,
    text,
    html,
  });
  const set =
    outcome.kind === "accepted"
      ? { status: "sent" as const, sentAt: deps.clock.now(), messageId: outcome.messageId }
      : { status: "refused" as const, refusal: outcome.reason };
  const marked = await commitPatiently(deps, [{ op: "patch", name: "letter", key, set, when: { status: "queued" } }]);
  if (!marked.ok && (await deps.store.get("letter", key))?.status === "queued")
    throw new DomainError("unavailable", "letter.not-marked");
}

/** Whether a HARD interest came up since it was written. Parties and their reviewers are written to as what they are. */
async function isKeptFrom({ store, clock }: Deps, { caseId, to }: Letter): Promise<boolean> {
  const { personId } = to;
  if (caseId === undefined || personId === undefined) return false;
  const [person, one] = await Promise.all([store.get("person", { personId }), store.get("case", { caseId })]);
  if (person === undefined || one === undefined) return false;
  const [barredUntil] = await readBars(store, [person], one);
  if (barredUntil === undefined || barredUntil <= clock.now()) return false;
  const parties = [one.applicantId, ...(one.providerId === undefined ? [] : [one.providerId])];
  const memberships = await Promise.all(
    parties.map((organisationId) => store.get("membership", { personId, organisationId })),
  );
  return memberships.every((membership) => membership === undefined);
}
