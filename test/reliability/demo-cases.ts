/** Cases of the demonstration, made at once in a status of their own instead of told from the beginning. */

import type { Case } from "@multihelix/core/application/case.ts";
import { rowsOf } from "@multihelix/core/application/move.ts";
import type { Call } from "@multihelix/core/call/call.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { type CaseId, type Id, type PersonId, ulidAfter } from "@multihelix/core/kernel/id.ts";
import { addDays, addMilliseconds, toInstant, toZonedDateString } from "@multihelix/core/kernel/instant.ts";
import { changesOf } from "@multihelix/core/kernel/perform.ts";
import type { Organisation } from "@multihelix/core/organisation/organisation.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import { startWorkflow } from "@multihelix/core/task/start-workflow.ts";
import { demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { anOffer, theSections } from "../fixture/build/application.ts";
import { aCase } from "../fixture/build/case.ts";
import { aMoment } from "../fixture/build/moment.ts";
import { lotsOf } from "../scenario/voucher-steps.ts";

export interface Parties {
  readonly call: Call;
  readonly applicant: Organisation;
  readonly provider: Organisation;
  readonly contactId: PersonId;
}

/** Kiemkracht in Limburg asks Skånska Mätlabbet in Lund, in Limburg's call. */
export async function demoParties(deps: Deps): Promise<Parties> {
  const contactId = demoPersonId("sme-owner");
  const of = async (persona: string): Promise<Organisation> => {
    const [membership] = await deps.store.list("membership", { personId: demoPersonId(persona) });
    const found = membership && (await deps.store.get("organisation", { organisationId: membership.organisationId }));
    if (found === undefined) throw new Error(`${persona} belongs to no organisation`);
    return found;
  };
  const call = await deps.store.get("call", { callId: callIdOf("LIM-V26", deps.digest) });
  if (call === undefined) throw new Error("the demonstration has no call LIM-V26");
  return { call, applicant: await of("sme-owner"), provider: await of("provider-lund"), contactId };
}

/** Everything stored of the case but its tasks. It was submitted a week ago; `nth` cases follow each other by a second. */
export function aDemoCase(
  deps: Deps,
  { call, applicant, provider, contactId }: Parties,
  nth: number,
  given: Partial<Case> = {},
): { one: Case; changes: Change[] } {
  const now = deps.clock.now();
  const caseId: CaseId = `app_${deps.ids.ulid()}`;
  const submittedAt = addMilliseconds(addDays(now, -7), nth * 1000);
  const one = aCase({
    caseId,
    reference: `LIM-V26-${caseId.slice(-10, -4)}`,
    callId: call.callId,
    applicantId: applicant.organisationId,
    applicantName: applicant.legalName,
    contactId,
    providerId: provider.organisationId,
    providerName: provider.legalName,
    providerPark: provider.homePark,
    status: "screening",
    statusSince: now,
    submittedAt,
    createdAt: submittedAt,
    language: "en",
    version: 0,
    ...given,
  });
  const day = (offset: number) => toZonedDateString(addDays(now, offset), "Europe/Brussels");
  const { content } = anOffer();
  const offer = anOffer({
    validUntil: toInstant("2029-12-31T22:59:59Z"),
    caseId,
    providerId: provider.organisationId,
    invitedBy: contactId,
    confirmedBy: demoPersonId("provider-lund"),
    ...(content === undefined ? {} : { content: { ...content, startsOn: day(30), endsOn: day(120) } }),
    version: 0,
  });
  return {
    one,
    changes: [
      { op: "create", name: "case", value: one },
      { op: "create", name: "reference", value: { reference: one.reference, caseId, version: 0 } },
      { op: "create", name: "offer", value: offer },
      ...theSections().map(
        (section): Change => ({
          op: "create",
          name: "section",
          value: {
            ...section,
            // A service of its own: the same one from the same provider is not paid twice.
            data: section.sectionId === "project" ? { ...section.data, need: lotsOf(caseId) } : section.data,
            caseId,
            savedAt: submittedAt,
            savedBy: contactId,
          },
        }),
      ),
      ...rowsOf(one).map((value): Change => ({ op: "put", name: "row", value })),
      {
        op: "create",
        name: "partyCase",
        value: { organisationId: applicant.organisationId, caseId, part: "applicant", version: 0 },
      },
      {
        op: "create",
        name: "partyCase",
        value: { organisationId: provider.organisationId, caseId, part: "provider", version: 0 },
      },
    ],
  };
}

/** The effect that starts the case's workflow at the state in which it rests. */
export function startChanges(deps: Deps, one: Case): Change[] {
  const decision = { changes: [], effects: [startWorkflow(one)], result: undefined };
  const base = deps.ids.ulid();
  let made = 0;
  const moment = {
    ...aMoment(deps.clock.now()),
    newId: <P extends string>(prefix: P): Id<P> => `${prefix}_${ulidAfter(base, made++)}`,
  };
  return changesOf(decision, "test.start", "system:test", moment);
}

/** Commit or fail loudly. */
export async function commit(deps: Deps, changes: readonly Change[]): Promise<void> {
  const outcome = await deps.store.commit(changes);
  if (!outcome.ok) throw new Error(`not committed: ${JSON.stringify(outcome.refusals)}`);
}

/** The case with its workflow running. */
export async function runningCase(deps: Deps, parties: Parties, nth: number, given: Partial<Case> = {}): Promise<Case> {
  const { one, changes } = aDemoCase(deps, parties, nth, given);
  await commit(deps, [...changes, ...startChanges(deps, one)]);
  deps.wake();
  return one;
}
