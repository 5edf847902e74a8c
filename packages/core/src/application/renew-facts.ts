/** What the renewal of an offer looks at, and the letter by which everybody concerned is told. */
import type { Call } from "../call/call.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Moment } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { offerAgain } from "../letter/kind/offer-again.ts";
import { type Candidate, type Recipient, recipientsOf } from "../letter/recipient.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { readWorksAt, type WorksAt } from "../task/due.ts";
import type { Task } from "../task/task.ts";
import type { Case } from "./case.ts";
import { caseLetterData } from "./letter-data.ts";
import type { Offer } from "./offer.ts";
import { validityOf } from "./offer-validity.ts";

export interface RenewFacts {
  readonly one: Case | undefined;
  readonly offer: Offer | undefined;
  readonly call: Call | undefined;
  readonly tasks: readonly Task[];
  readonly providers: readonly Candidate[];
  readonly applicants: readonly Candidate[];
  readonly managers: readonly Candidate[];
  /** The provider's country: its working days count. */
  readonly worksAt?: WorksAt;
}

export async function readRenewal(reader: Reader, caseId: CaseId): Promise<RenewFacts> {
  const [one, offer, tasks] = await Promise.all([
    reader.get("case", { caseId }),
    reader.get("offer", { caseId }),
    reader.list("task", { caseId }),
  ]);
  const nobody = { call: undefined, providers: [], applicants: [], managers: [] };
  if (one === undefined || offer === undefined) return { one, offer, tasks, ...nobody };
  const [call, providers, applicants, managers, worksAt] = await Promise.all([
    reader.get("call", { callId: one.callId }),
    recipientsOf(reader, { kind: "organisation", organisationId: offer.providerId }, one),
    recipientsOf(reader, { kind: "organisation", organisationId: one.applicantId }, one),
    recipientsOf(reader, { kind: "role", role: "manager", parkId: one.leadPark }, one),
    readWorksAt(reader, { kind: "organisation", organisationId: offer.providerId }),
  ]);
  return { one, offer, tasks, call, providers, applicants, managers, worksAt };
}

/** @param due until when an answer is awaited; only of `asked`. @param key tells this letter from others of its kind in the case. */
export function againLetter(
  one: Case,
  offer: Offer,
  step: "asked" | "confirmed" | "declined" | "silent",
  due: Instant | undefined,
  key: string,
  to: Recipient,
  moment: Moment,
) {
  return ownLetter(
    offerAgain,
    {
      kind: "offer-again",
      key: `offer-again:${key}:${step}:${to.personId}`,
      stream: one.caseId,
      caseId: one.caseId,
      to,
      data: {
        ...caseLetterData(one, moment.network),
        provider: one.providerName ?? "",
        step,
        validUntil: validityOf(offer) ?? moment.now,
        zone: parkOf(moment.network, one.leadPark).zone,
        ...(due === undefined ? {} : { due }),
      },
    },
    moment,
  );
}
