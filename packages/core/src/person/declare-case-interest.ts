/** Staff who are asked about a case and cannot say "no interest" name the tie there: a HARD one takes the case out of their sight at once. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import type { Offer } from "../application/offer.ts";
import { requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import type { Slot } from "../review/slot.ts";
import { audienceOf } from "../view/audience.ts";
import { type Interest, interestLevelSchema, interestSchema, interestsOf, levelOf } from "./interest.ts";
import { type InterestFacts, keep, readOwnInterests } from "./save-interests.ts";

export const declareCaseInterestInput = z.object({
  caseId: caseIdSchema,
  party: z.enum(["applicant", "provider"]),
  kind: interestSchema.shape.kind,
  /** Of `other`. */
  level: interestLevelSchema.optional(),
  note: z.string().trim().max(300).optional(),
  /** Of an employer. */
  from: interestSchema.shape.from,
  until: interestSchema.shape.until,
});
export const declareCaseInterestResult = z.object({ level: interestLevelSchema });

interface Facts extends InterestFacts {
  readonly one: Case | undefined;
  readonly offer: Offer | undefined;
  readonly slots: readonly Slot[];
  readonly headcount: number | undefined;
}

/** @throws not_found `case.not-found`; conflict `case.no-provider`; invalid `interest.note-needed`. */
export const declareCaseInterest = verb({
  name: "person.declare-case-interest",
  input: declareCaseInterestInput,
  recuses: true,
  async read(reader: Reader, { caseId, party }, actor): Promise<Facts> {
    const [own, one, offer, slots] = await Promise.all([
      readOwnInterests(reader, requirePerson(actor).personId),
      reader.get("case", { caseId }),
      reader.get("offer", { caseId }),
      reader.list("slot", { caseId }),
    ]);
    const organisationId = party === "applicant" ? one?.applicantId : one?.providerId;
    const organisation =
      organisationId === undefined ? undefined : await reader.get("organisation", { organisationId });
    return { ...own, one, offer, slots, headcount: organisation?.headcount };
  },
  decide(facts: Facts, actor, input, moment): Decision<z.infer<typeof declareCaseInterestResult>> {
    const { one, offer, slots, person, own } = facts;
    const audience = one === undefined ? undefined : audienceOf(actor, one, offer, slots, moment.now);
    if (one === undefined || person === undefined || (audience?.kind !== "staff" && audience?.kind !== "auditor"))
      throw new DomainError("not_found", "case.not-found");
    const organisationId = input.party === "applicant" ? one.applicantId : one.providerId;
    if (organisationId === undefined) throw new DomainError("conflict", "case.no-provider", { caseId: one.caseId });
    if (input.kind === "other" && (input.note ?? "") === "") throw new DomainError("invalid", "interest.note-needed");
    const entry: Interest = {
      organisationId,
      kind: input.kind,
      ...(input.kind === "other" ? { level: input.level ?? "HARD", note: input.note } : {}),
      ...(input.kind === "employer"
        ? { from: input.from ?? "1900-01-01", ...(input.until === undefined ? {} : { until: input.until }) }
        : {}),
      declaredAt: moment.now,
    };
    const level = levelOf(entry, facts.headcount);
    const kept = keep(person, own, [...interestsOf(person, own), entry]);
    return {
      ...kept,
      events: [
        ...(kept.events ?? []),
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "interest.declared",
          facts: { personId: person.personId, level, kind: input.kind, party: input.party },
        },
      ],
      result: { level },
    };
  },
});
