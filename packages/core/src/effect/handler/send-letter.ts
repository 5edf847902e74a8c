/** Hands a queued letter to the mailer, once unless a crash falls between handing over and marking. */
import { commitPatiently } from "../../kernel/commit.ts";
import { DomainError } from "../../kernel/error.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

export async function sendLetter(deps: Deps, body: Body<"send-letter">): Promise<void> {
  const key = { stream: body.stream, letterId: body.letterId };
  const letter = await deps.store.get("letter", key);
  if (letter === undefined || letter.status !== "queued") return;
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
