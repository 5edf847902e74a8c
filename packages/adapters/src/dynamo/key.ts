/** Every partition and sort key of the table, and every index key, in one file. */

import { ledgerKeyText } from "@multihelix/core/ledger/posting.ts";
import type { EntityName, KeyOf, ValueOf } from "@multihelix/core/port/entity.ts";
import { holderText } from "@multihelix/core/task/task.ts";

interface KeyRule<N extends EntityName> {
  pk: (key: KeyOf<N>) => string;
  /** Sort key as parts; a list narrows by the leading parts that are given. */
  sk: (key: Partial<KeyOf<N>>) => readonly (string | number | undefined)[];
}
type KeyRules = { [N in EntityName]: KeyRule<N> };

const inCase = (key: { caseId: string }) => `CASE#${key.caseId}`;

export const keyRules: KeyRules = {
  network: { pk: () => "NETWORK", sk: (k) => ["FILE", k.id] },
  networkChange: { pk: () => "NETWORK", sk: (k) => ["CHANGE", k.id] },
  person: { pk: (k) => `PERSON#${k.personId}`, sk: () => ["PERSON"] },
  interests: { pk: (k) => `PERSON#${k.personId}`, sk: () => ["INTEREST"] },
  savedViews: { pk: (k) => `PERSON#${k.personId}`, sk: () => ["VIEWS"] },
  email: { pk: (k) => `EMAIL#${k.email}`, sk: () => ["EMAIL"] },
  grant: { pk: (k) => `PERSON#${k.personId}`, sk: (k) => ["GRANT", k.grantId] },
  roleHolder: { pk: (k) => `ROLE#${k.role}#${k.scope}`, sk: (k) => ["HOLDER", k.personId, k.grantId] },
  formerMember: { pk: (k) => `PERSON#${k.personId}`, sk: (k) => ["PAST", k.organisationId] },
  membership: { pk: (k) => `PERSON#${k.personId}`, sk: (k) => ["MEMBER", k.organisationId] },
  member: { pk: (k) => `ORG#${k.organisationId}`, sk: (k) => ["MEMBER", k.personId] },
  invitation: { pk: (k) => `ORG#${k.organisationId}`, sk: (k) => ["INVITATION", k.invitationId] },
  organisation: { pk: (k) => `ORG#${k.organisationId}`, sk: () => ["ORG"] },
  merge: { pk: () => "MERGES", sk: (k) => ["MERGE", k.mergeId] },
  providerEntry: { pk: () => "PROVIDERS", sk: (k) => ["PROVIDER", k.organisationId] },
  posedChallenge: { pk: (k) => `PARK#${k.parkId}`, sk: (k) => ["POSED", k.challengeId] },
  importRun: { pk: (k) => `PARK#${k.parkId}`, sk: (k) => ["IMPORT", k.importId] },
  importPart: { pk: (k) => `IMPORT#${k.importId}`, sk: (k) => ["PART", pad(k.part)] },
  call: { pk: () => "CALLS", sk: (k) => ["CALL", k.callId] },
  enquiry: { pk: (k) => `ENQUIRIES#${k.callId}`, sk: (k) => ["ENQUIRY", k.enquiryId] },
  enquiryWaiting: { pk: (k) => `PARK#${k.parkId}`, sk: (k) => ["ENQUIRY", k.callId, k.enquiryId] },
  amendment: { pk: (k) => `AMENDMENTS#${k.callId}`, sk: (k) => ["AMENDMENT", pad(k.number)] },
  case: { pk: inCase, sk: () => ["CASE"] },
  draft: { pk: (k) => `DRAFTS#${k.callId}`, sk: (k) => ["DRAFT", k.caseId] },
  reference: { pk: (k) => `REF#${k.reference}`, sk: () => ["REF"] },
  endedSought: { pk: () => "ENDED", sk: (k) => ["ENDED", k.callId] },
  partyCase: { pk: (k) => `ORG#${k.organisationId}`, sk: (k) => ["CASE", k.caseId] },
  section: { pk: inCase, sk: (k) => ["SECTION", k.sectionId] },
  file: { pk: inCase, sk: (k) => ["FILE", k.fileId] },
  offer: { pk: inCase, sk: () => ["OFFER"] },
  translation: { pk: inCase, sk: (k) => ["TRANSLATION", k.language] },
  task: { pk: inCase, sk: (k) => ["TASK", k.workflow, pad(k.attempt), k.state, k.slot, pad(k.round)] },
  slot: { pk: inCase, sk: (k) => ["SLOT", pad(k.attempt), k.slot] },
  work: { pk: (k) => `PERSON#${k.personId}`, sk: (k) => ["WORK", k.caseId, pad(k.attempt), k.slot] },
  reviewPlan: { pk: (k) => `PLANS#${k.caseId}`, sk: (k) => ["PLAN", pad(k.attempt), k.planId] },
  releaseRun: { pk: (k) => `RELEASES#${k.callId}`, sk: (k) => ["RELEASE", k.runId] },
  mailing: { pk: (k) => `MAILINGS#${k.parkId}`, sk: (k) => ["MAILING", k.mailingId] },
  run: { pk: (k) => `RUNS#${k.callId}`, sk: (k) => ["RUN", k.runId] },
  ranking: { pk: (k) => `RUNS#${k.callId}`, sk: () => ["RANKING"] },
  frozenRanking: { pk: (k) => `RUNS#${k.callId}`, sk: (k) => ["FROZEN", pad(k.round)] },
  tieVote: { pk: (k) => `RUNS#${k.callId}`, sk: (k) => ["TIE", k.tieId] },
  runSeats: { pk: (k) => `RUN#${k.runId}`, sk: (k) => ["SEATS", pad(k.part)] },
  runSheet: { pk: (k) => `RUN#${k.runId}`, sk: (k) => ["SHEET", k.caseId] },
  runAnswer: { pk: (k) => `RUN#${k.runId}`, sk: (k) => ["ANSWER", pad(k.round)] },
  review: { pk: inCase, sk: (k) => ["REVIEW", pad(k.attempt), k.slot, k.reviewerId] },
  proposal: { pk: inCase, sk: (k) => ["PROPOSAL", pad(k.attempt), pad(k.round)] },
  approval: { pk: inCase, sk: (k) => ["APPROVAL", pad(k.attempt), pad(k.round), k.parkId] },
  voucher: { pk: inCase, sk: () => ["VOUCHER"] },
  share: { pk: inCase, sk: (k) => ["SHARE", k.parkId, k.budgetYear] },
  budget: { pk: (k) => `LEDGER#${ledgerKeyText(k.ledger)}`, sk: () => ["BUDGET"] },
  posting: {
    pk: (k) => `LEDGER#${ledgerKeyText(k.ledger)}`,
    sk: (k) => ["POSTING", k.caseId ?? (k.postingId === undefined ? undefined : "-"), k.postingId],
  },
  book: { pk: (k) => `PARK#${k.parkId}`, sk: (k) => ["BOOK", k.bookKey] },
  periodLock: { pk: (k) => `PARK#${k.parkId}`, sk: () => ["LOCK"] },
  booksCheck: { pk: () => "CHECKS", sk: (k) => ["CHECK", k.day] },
  recovery: { pk: inCase, sk: (k) => ["RECOVERY", pad(k.recovery)] },
  claim: { pk: inCase, sk: (k) => ["CLAIM", pad(k.claim)] },
  invoiceUse: { pk: (k) => `ORG#${k.providerId}`, sk: (k) => ["INVOICE", k.invoiceNumber] },
  // The payee's order has the key that orders had before there were others.
  order: { pk: inCase, sk: (k) => ["ORDER", k.parkId, pad(k.claim), ...(k.purpose === "tax" ? ["TAX"] : [])] },
  orderRef: { pk: (k) => `E2E#${k.endToEndId}`, sk: () => ["E2E"] },
  orderWaiting: { pk: (k) => `PARK#${k.parkId}`, sk: (k) => ["WAITING", k.endToEndId] },
  accountChange: { pk: (k) => `ORG#${k.organisationId}`, sk: () => ["ACCOUNT"] },
  sanctionList: { pk: () => "SANCTIONS", sk: () => ["LIST"] },
  sanctionName: { pk: (k) => `SANCTION#${k.name}`, sk: () => ["NAME"] },
  namesake: { pk: (k) => `ORG#${k.organisationId}`, sk: (k) => ["NAMESAKE", k.name, k.reference] },
  batch: { pk: (k) => `PARK#${k.parkId}`, sk: (k) => ["BATCH", k.batchId] },
  aidGroup: { pk: (k) => `AID#${k.aidGroupId}`, sk: () => ["GROUP"] },
  aidGrant: { pk: (k) => `AID#${k.aidGroupId}`, sk: (k) => ["GRANT", k.caseId, k.parkId] },
  event: { pk: (k) => `EVENTS#${k.stream}`, sk: (k) => ["EVENT", k.eventId] },
  sealHead: { pk: (k) => `EVENTS#${k.stream}`, sk: () => ["HEAD"] },
  effect: { pk: (k) => `EFFECT#${k.effectId}`, sk: () => ["EFFECT"] },
  letter: { pk: (k) => `LETTERS#${k.stream}`, sk: (k) => ["LETTER", k.letterId] },
  digest: { pk: (k) => `DIGESTS#${k.personId}`, sk: (k) => ["DIGEST", k.day] },
  message: { pk: (k) => `THREADS#${k.caseId}`, sk: (k) => ["MESSAGE", k.thread, k.messageId] },
  readMark: { pk: (k) => `THREADS#${k.caseId}`, sk: (k) => ["READ", k.thread, k.personId] },
  row: { pk: (k) => `ROWS#${k.parkId}#${k.callId}`, sk: (k) => ["ROW", k.caseId] },
  challenge: { pk: (k) => `CODE#${k.askHash}`, sk: () => ["CODE"] },
  session: { pk: (k) => `SESSION#${k.tokenHash}`, sk: () => ["SESSION"] },
  sessionRef: { pk: (k) => `PERSON#${k.personId}`, sk: (k) => ["SESSION", k.sessionId] },
  totp: { pk: (k) => `PERSON#${k.personId}`, sk: () => ["TOTP"] },
  factorReset: { pk: () => "FACTOR-RESETS", sk: (k) => ["RESET", k.personId] },
  passkey: { pk: (k) => `PERSON#${k.personId}`, sk: (k) => ["WEBAUTHN", k.credentialId] },
  passkeyEntry: { pk: (k) => `PASSKEY#${k.askHash}`, sk: () => ["ENTRY"] },
  passkeyAsk: { pk: (k) => `PERSON#${k.personId}`, sk: (k) => ["WEBAUTHN-ASK", k.sessionId] },
  limit: { pk: (k) => `LIMIT#${k.scope}#${k.window}`, sk: () => ["LIMIT"] },
  idempotency: { pk: (k) => `IDEM#${k.actor}#${k.key}`, sk: () => ["IDEM"] },
};

/** Numbers in sort keys, wide enough to sort as text. */
function pad(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value).padStart(6, "0");
}

/** Sort keys of a person's partition from the first grant over interests and memberships to the person itself; sessions and second factors lie behind. */
export const personRange = { first: "GRANT", last: "PERSON" } as const;

/** The table key of one item. */
export function keyOf<N extends EntityName>(name: N, key: KeyOf<N>): { pk: string; sk: string } {
  const rule = keyRules[name] as KeyRule<N>;
  const parts = rule.sk(key);
  if (parts.some((part) => part === undefined)) throw new Error(`key of ${name} is incomplete`);
  return { pk: rule.pk(key), sk: parts.join("#") };
}

/** Partition and sort-key prefix of a list: the leading parts that `within` gives. */
export function prefixOf<N extends EntityName>(name: N, within: Partial<KeyOf<N>>): { pk: string; prefix: string } {
  const rule = keyRules[name] as KeyRule<N>;
  const parts = rule.sk(within);
  const end = parts.indexOf(undefined);
  const given = end < 0 ? parts : parts.slice(0, end);
  return { pk: rule.pk(within as KeyOf<N>), prefix: end < 0 ? given.join("#") : `${given.join("#")}#` };
}

export const holderIndex = "holder";
export const dueIndex = "due";

/** Partition of effects that are to be done, of effects that gave up, and of open tasks by their next instant. */
export const duePartition = { effect: "EFFECT", parked: "PARKED", task: "TASK" } as const;

export interface IndexKeys {
  hk?: string | undefined;
  hs?: string | undefined;
  dk?: string | undefined;
  ds?: string | undefined;
}

/** Sparse index attributes: `h*` finds what is wanted from a holder, `d*` finds what falls due. */
export function indexKeysOf<N extends EntityName>(name: N, value: ValueOf<N>): IndexKeys {
  if (name === "task") {
    const task = value as ValueOf<"task">;
    if (task.status !== "open") return { hk: undefined, hs: undefined, dk: undefined, ds: undefined };
    return {
      hk: holderText(task.holder),
      hs: task.due,
      dk: task.nextAt === undefined ? undefined : duePartition.task,
      ds: task.nextAt,
    };
  }
  if (name === "effect") {
    const effect = value as ValueOf<"effect">;
    return effect.parkedAt === undefined
      ? { dk: duePartition.effect, ds: effect.dueAt }
      : { dk: duePartition.parked, ds: effect.parkedAt };
  }
  return {};
}

/** Index attributes that a patch of some fields changes; `undefined` removes one. */
export function indexPatchOf<N extends EntityName>(
  name: N,
  set: Partial<ValueOf<N>>,
): Record<string, string | undefined> {
  if (name === "task") {
    const task = set as Partial<ValueOf<"task">>;
    if (task.status !== undefined && task.status !== "open")
      return { hk: undefined, hs: undefined, dk: undefined, ds: undefined };
    return {
      ...("nextAt" in task ? { dk: task.nextAt === undefined ? undefined : duePartition.task, ds: task.nextAt } : {}),
      ...(task.holder === undefined ? {} : { hk: holderText(task.holder) }),
      ...(task.due === undefined ? {} : { hs: task.due }),
    };
  }
  if (name === "effect") {
    const effect = set as Partial<ValueOf<"effect">>;
    if (effect.parkedAt !== undefined) return { dk: duePartition.parked, ds: effect.parkedAt };
    return effect.dueAt === undefined ? {} : { dk: duePartition.effect, ds: effect.dueAt };
  }
  return {};
}
