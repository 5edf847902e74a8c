/** A party asks once for an independent new look at a decision against it, on a procedural ground and within its window. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { reopen, reopened } from "../closing/look.ts";
import { type Actor, isMember } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { Letter } from "../letter/letter.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { chaseWaits } from "../recovery/chase-recovery.ts";
import type { Closing } from "../task/answer.ts";
import { startRedress } from "../task/start-workflow.ts";
import { requireParty } from "../voucher/party.ts";
import { type Askable, askablesOf, askedBefore } from "./against.ts";
import { type WindowFacts, windowOf } from "./open-window.ts";
import { isPending, type Redress, redressSchema } from "./redress.ts";
import { type RedressFacts, readRedress, redressLetters } from "./redress-facts.ts";

export const askRedressInput = z.object({
  caseId: caseIdSchema,
  ground: redressSchema.shape.ground,
  reasons: z.string().trim().min(1).max(4000),
  /** Which decision, where several can be asked about; absent: the latest of the asker's that was not asked about. */
  against: redressSchema.shape.against.optional(),
  /** Of the claim or the recovery. */
  number: z.number().int().min(1).max(999).optional(),
});

interface Facts extends RedressFacts {
  readonly letters: readonly Letter[];
}

/**
 * Owner or editor of the party that the decision was told: the applicant, or whoever is paid or asked to pay back. The
 * decision stands meanwhile: nobody else's award waits for it.
 * @throws conflict `case.wrong-status`, `redress.asked-before`, `redress.pending`, `redress.too-late` with the last instant,
 * `redress.waits` with the last instant at which another decision is asked about first.
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
  decide({ letters, ...facts }: Facts, actor, input, moment): Decision<{ status: Redress["status"] }> {
    const { one } = facts;
    if (one === undefined) throw new DomainError("not_found", "case.not-found");
    const { ground, reasons } = input;
    const windows = { ...facts, one, letters };
    const isSame = (earlier: Redress | undefined) =>
      isBy(actor, earlier) && earlier?.reasons === reasons && earlier.ground === ground;
    const chosen = choose(windows, actor, input, isSame);
    const person = requireParty(actor, chosen?.organisationId ?? one.applicantId, ["owner", "editor"], one);
    const before = chosen === undefined ? undefined : askedBefore(one, chosen);
    // Once against each decision: what was decided before about something else does not count.
    if (before !== undefined) {
      if (isSame(before)) return { changes: [], result: { status: before.status } };
      throw new DomainError("conflict", "redress.asked-before", { at: before.at });
    }
    if (chosen === undefined) {
      if (one.redress !== undefined && isSame(one.redress))
        return { changes: [], result: { status: one.redress.status } };
      throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "rejected" });
    }
    if (isPending(one.redress)) throw new DomainError("conflict", "redress.pending");
    const { zone } = parkOf(moment.network, one.leadPark);
    const { until, waits } = windowOf(windows, chosen, zone, moment.now);
    if (waits !== undefined) throw new DomainError("conflict", "redress.waits", { until: waits });
    if (until !== undefined && until < moment.now) throw new DomainError("conflict", "redress.too-late", { until });
    const { against, claim, recovery, party } = chosen;
    const redress: Redress = {
      redressId: moment.newId("rdr"),
      against,
      ...(claim === undefined ? {} : { claim }),
      ...(recovery === undefined ? {} : { recovery }),
      ...(party === "applicant" ? {} : { party }),
      attempt: one.attempt,
      ground,
      reasons,
      by: person.personId,
      at: moment.now,
      status: "asked",
      restarts: 0,
    };
    const earlier = one.redress === undefined ? {} : { redressBefore: [...(one.redressBefore ?? []), one.redress] };
    // A letter that came back late opens its window again: the right to ask outlives the closing.
    const again = one.closedAt === undefined ? [] : reopen(one, moment.now).effects;
    const asking: Case = { ...reopened(one), ...earlier, redress };
    const written = redressLetters({ ...facts, one: asking }, "asked", reasons, moment);
    const waiting = whatWaits(facts, redress, actor, moment);
    return {
      changes: [{ op: "replace", name: "case", value: asking }, ...waiting.changes, ...written.changes],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "redress.asked",
          facts: { redressId: redress.redressId, party, against, ground, claim, recovery },
        },
      ],
      effects: [startRedress(asking), ...again, ...waiting.effects, ...written.effects],
      result: { status: "asked" },
    };
  },
});

/** What is asked back is not run after while it is examined whether it is owed. */
function whatWaits({ tasks, recoveries }: RedressFacts, request: Redress, actor: Actor, moment: Moment): Closing {
  const recovery = recoveries.find((other) => request.against === "recovery" && other.recovery === request.recovery);
  return recovery === undefined ? { changes: [], effects: [] } : chaseWaits(tasks, recovery, actor, moment);
}

function isBy(actor: Actor, request: Redress | undefined): boolean {
  return actor.kind === "person" && request?.by === actor.personId;
}

/** @param isSame whether a request is this one, sent again */
function choose(
  facts: WindowFacts,
  actor: Actor,
  { against, number }: Pick<z.output<typeof askRedressInput>, "against" | "number">,
  isSame: (request: Redress | undefined) => boolean,
): Askable | undefined {
  const named = askablesOf(facts).filter(
    (one) =>
      (against === undefined || one.against === against) &&
      (number === undefined || number === (one.claim ?? one.recovery)),
  );
  const able = ["owner", "editor", "finance", "viewer"] as const;
  const own = named.filter(({ organisationId }) => isMember(actor, organisationId, able));
  const all = own.length === 0 ? named : own;
  const before = (askable: Askable) => askedBefore(facts.one, askable);
  const latest = facts.one.redress;
  const again = isSame(latest) ? all.find((askable) => before(askable)?.redressId === latest?.redressId) : undefined;
  return again ?? all.find((askable) => before(askable) === undefined) ?? all[0];
}
