/** Hands a queued letter to the mailer, once unless a crash falls between handing over and marking. */
import { commitPatiently } from "../../kernel/commit.ts";
import { DomainError } from "../../kernel/error.ts";
import type { Letter } from "../../letter/letter.ts";
import { readBars } from "../../person/bar.ts";
import type { Person } from "../../person/person.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

export async function sendLetter(deps: Deps, body: Body<"send-letter">): Promise<void> {
  const key = { stream: body.stream, letterId: body.letterId };
  const letter = await deps.store.get("letter", key);
  if (letter === undefined || letter.status !== "queued") return;
  const { personId } = letter.to;
  const person = personId === undefined ? undefined : await deps.store.get("person", { personId });
  if (await isKeptFrom(deps, letter, person)) {
    const kept = { status: "withheld" as const };
    await commitPatiently(deps, [{ op: "patch", name: "letter", key, set: kept, when: { status: "queued" } }]);
    return;
  }
  // Loaded for who asked for it: most people have every letter at once.
  if (person?.digest !== undefined && (await (await import("./hold-back.ts")).isHeld(deps, letter))) return;
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
async function isKeptFrom({ store, clock }: Deps, { caseId }: Letter, person: Person | undefined): Promise<boolean> {
  if (caseId === undefined || person === undefined) return false;
  const { personId } = person;
  const one = await store.get("case", { caseId });
  if (one === undefined) return false;
  const [barredUntil] = await readBars(store, [person], one, "present");
  if (barredUntil === undefined || barredUntil <= clock.now()) return false;
  const parties = [one.applicantId, ...(one.providerId === undefined ? [] : [one.providerId])];
  const memberships = await Promise.all(
    parties.map((organisationId) => store.get("membership", { personId, organisationId })),
  );
  return memberships.every((membership) => membership === undefined);
}
