/** Writes to the cases of a mailing one by one, each in its own commit under its own key: cut short, it goes on where it was. */
import { isDomainError } from "../../kernel/error.ts";
import { perform } from "../../kernel/perform.ts";
import { noteMailing, tellMailing } from "../../mailing/tell-mailing.ts";
import type { Deps } from "../../port/deps.ts";
import { actingPerson } from "../acting-person.ts";
import type { Body } from "./list.ts";

const actor = { kind: "system", name: "outbox" } as const;

export async function advanceMailing(deps: Deps, { parkId, mailingId }: Body<"advance-mailing">): Promise<void> {
  const mailing = await deps.store.get("mailing", { parkId, mailingId });
  if (mailing === undefined || mailing.state !== "running") return;
  const sender = await actingPerson(deps, mailing.startedBy, mailing.startedAt);
  for (const { caseId, outcome } of mailing.cases) {
    if (outcome !== undefined) continue;
    const ofCase = { parkId, mailingId, caseId };
    const code =
      sender === undefined
        ? "actor.role-needed"
        : await perform(deps, sender, `${mailingId}:tell:${caseId}`, tellMailing, ofCase).then(
            () => undefined,
            // A refusal is what became of the case; what is only away for now throws, and the effect comes back.
            (error: unknown) => {
              if (!isDomainError(error) || error.kind === "unavailable") throw error;
              return error.code;
            },
          );
    const became = code === undefined ? { outcome: "written" as const } : { outcome: "left-out" as const, code };
    await perform(deps, actor, `${mailingId}:note:${caseId}`, noteMailing, { ...ofCase, ...became });
  }
}
