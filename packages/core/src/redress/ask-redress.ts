/** The applicant asks once for an independent new look at a decision against it, on a procedural ground and within its window. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Letter } from "../letter/letter.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { startWorkflow } from "../task/start-workflow.ts";
import { requireParty } from "../voucher/party.ts";
import { isPending, type Redress, redressSchema } from "./redress.ts";
import { type RedressFacts, readRedress, redressLetters } from "./redress-facts.ts";
import { askableUntil, toldBy } from "./window.ts";

export const askRedressInput = z.object({
  caseId: caseIdSchema,
  ground: redressSchema.shape.ground,
  reasons: z.string().trim().min(1).max(4000),
});

interface Facts extends RedressFacts {
  readonly letters: readonly Letter[];
}

export const against: Partial<Record<Case["status"], Redress["against"]>> = {
  rejected: "rejection",
  ineligible: "ineligibility",
  "claim-refused": "claim-refusal",
};

/**
 * Owner or editor of the applicant. The decision stands meanwhile: nobody else's award waits for it.
 * @throws conflict `case.wrong-status`, `redress.asked-before`, `redress.too-late` with the last instant.
 */
export const askRedress = verb({
  name: "redress.ask",
  input: askRedressInput,
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const [facts, letters] = await Promise.all([
      readRedress(reader, caseId),
      reader.list("letter", { stream: caseId }),
    ]);
    return { ...facts, letters };
  },
  decide({ letters, ...facts }: Facts, actor, { ground, reasons }, moment): Decision<{ status: Redress["status"] }> {
    const { one } = facts;
    if (one === undefined) throw new DomainError("not_found", "case.not-found");
    const person = requireParty(actor, one.applicantId, ["owner", "editor"], one);
    const claim = facts.claims.map((each) => each.claim).at(-1) ?? 0;
    // Once against each decision: what was decided before about something else does not count.
    const before = one.redress === undefined || isAboutAnother(one, one.redress, claim) ? undefined : one.redress;
    if (before === undefined && isPending(one.redress)) throw new DomainError("conflict", "redress.pending");
    if (before !== undefined) {
      const same = before.by === person.personId && before.reasons === reasons;
      if (same) return { changes: [], result: { status: before.status } };
      throw new DomainError("conflict", "redress.asked-before", { at: before.at });
    }
    const what = against[one.status];
    if (what === undefined)
      throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "rejected" });
    const until = askableUntil(letters, toldBy(one, claim), parkOf(moment.network, one.leadPark).zone);
    if (until !== undefined && until < moment.now) throw new DomainError("conflict", "redress.too-late", { until });
    const redress: Redress = {
      redressId: moment.newId("rdr"),
      against: what,
      ...(what === "claim-refusal" ? { claim } : {}),
      attempt: one.attempt,
      ground,
      reasons,
      by: person.personId,
      at: moment.now,
      status: "asked",
    };
    const earlier = one.redress === undefined ? {} : { redressBefore: [...(one.redressBefore ?? []), one.redress] };
    const asking: Case = { ...one, ...earlier, redress };
    const told = redressLetters({ one: asking, applicants: facts.applicants }, "asked", reasons, moment);
    return {
      changes: [{ op: "replace", name: "case", value: asking }, ...told.changes],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "redress.asked",
          facts: { redressId: redress.redressId, against: what, ground },
        },
      ],
      effects: [startWorkflow(asking), ...told.effects],
      result: { status: "asked" },
    };
  },
});

/** Whether a request was about another decision than the one that stands now. */
export function isAboutAnother(one: Pick<Case, "status" | "attempt">, redress: Redress, claim: number): boolean {
  const what = against[one.status];
  if (what === undefined) return false;
  return what === "claim-refusal"
    ? redress.against !== what || redress.claim !== claim
    : redress.against === "claim-refusal" || redress.attempt !== one.attempt;
}
