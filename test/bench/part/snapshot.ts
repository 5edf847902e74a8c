/** What a told story left of one case in the store, and copies of it under other ids: a population that is made of real cases. */
import type { Call } from "@multihelix/core/call/call.ts";
import {
  type CallId,
  type CaseId,
  callIdSchema,
  caseIdSchema,
  organisationIdSchema,
  ulidAfter,
} from "@multihelix/core/kernel/id.ts";
import type { EntityName } from "@multihelix/core/port/entity.ts";
import { type Change, caseEntities, type Store } from "@multihelix/core/port/store.ts";
import { seededRandom } from "../../fixture/seeded-random.ts";

type Stored = { readonly name: EntityName; readonly value: unknown };

/** Every item of one case, in and beside its partition. */
export interface Snapshot {
  readonly caseId: CaseId;
  readonly callId: CallId;
  readonly reference: string;
  readonly items: readonly Stored[];
}

/** Read all that the case is by now. What a deployed table drops after 30 days (idempotency) is left out. */
export async function snapshotOf(store: Store, caseId: string): Promise<Snapshot> {
  const id = caseIdSchema.parse(caseId);
  const whole = await store.wholeCase(id);
  const [one] = whole.case;
  if (one === undefined) throw new Error(`${id} is not there`);
  const { callId, reference, applicantId, providerId } = one;
  const [events, head, letters, row, parties] = await Promise.all([
    store.list("event", { stream: id }),
    store.get("sealHead", { stream: id }),
    store.list("letter", { stream: id }),
    store.get("row", { parkId: one.leadPark, callId, caseId: id }),
    Promise.all(
      [applicantId, providerId ?? applicantId].map((organisationId) =>
        store.get("partyCase", { organisationId, caseId: id }),
      ),
    ),
  ]);
  const items: Stored[] = [
    ...caseEntities.flatMap((name) => whole[name].map((value) => ({ name, value }))),
    ...events.map((value) => ({ name: "event" as const, value })),
    ...letters.map((value) => ({ name: "letter" as const, value })),
    ...(head === undefined ? [] : [{ name: "sealHead" as const, value: head }]),
    ...(row === undefined ? [] : [{ name: "row" as const, value: row }]),
    ...parties.flatMap((value) => (value === undefined ? [] : [{ name: "partyCase" as const, value }])),
    { name: "reference", value: { reference, caseId: id, version: 0 } },
  ];
  return { caseId: id, callId, reference, items };
}

/** Items without which a case cannot be listed, found or opened. */
const leanNames: readonly EntityName[] = ["case", "row", "partyCase", "reference", "offer", "voucher"];

/** How old the portfolio of a park is: most cases are over. Shares of 1, by the order of the snapshots. */
const shares = [0.06, 0.06, 0.06, 0.12, 0.7];

const letters = "ABCDEFGHJK";
const towns = ["Lyo", "Bio", "Neuro", "Cardio", "Nano", "Opti", "Immuno", "Derma", "Osteo", "Onco"];
const nouns = ["sense", "therm", "graft", "assay", "probe", "film", "gel", "scan", "pump", "valve"];

export interface Plan {
  readonly seed: number;
  /** Cases per call: what one list shows. */
  readonly perCall: number;
  /** Of each call's cases, how many have everything that a case leaves; the others have what lists and keys need. */
  readonly fullPerCall: number;
}

/** The generated call of that number, made from the one that the story was told in. */
export function callNumber(told: Call, number: number): Call {
  const code = `${told.code}${letters[number] ?? "Z"}`;
  return { ...told, callId: callIdNumber(number), code, payers: told.payers.map((payer) => moved(payer, number)) };
}

function moved(payer: Call["payers"][number], number: number): Call["payers"][number] {
  return { ...payer, ledger: { ...payer.ledger, callId: callIdNumber(number) } };
}

export function callIdNumber(number: number): CallId {
  return callIdSchema.parse(`call_${ulidAfter("01K0000000000000000CA00000", number)}`);
}

export function caseIdNumber(number: number): CaseId {
  return caseIdSchema.parse(`app_${ulidAfter("01K1000000000000000CASE000", number)}`);
}

/** Parties of the copies: as many as a network of parks has, so that nobody has thousands of cases. */
const parties = 2_000;

function partyNumber(number: number): string {
  return organisationIdSchema.parse(`org_${ulidAfter("01K1000000000000000PARTY00", number % parties)}`);
}

/** The changes that create the case of that number, always the same for one plan and the same snapshots. */
export function copyNumber(snapshots: readonly Snapshot[], number: number, plan: Plan): Change[] {
  const random = seededRandom(plan.seed + number);
  const lot = random();
  let stage = 0;
  for (let sum = shares[0] ?? 1; lot > sum && stage < snapshots.length - 1; sum += shares[stage] ?? 0) stage += 1;
  const snapshot = snapshots[stage];
  if (snapshot === undefined) throw new Error("there is nothing to copy");
  const name = `${towns[Math.floor(random() * 10)]}${nouns[Math.floor(random() * 10)]} ${number}`;
  const full = number % plan.perCall < plan.fullPerCall;
  const day = new Date(Date.UTC(2026, 0, 6) + Math.floor(random() * 300) * 86_400_000).toISOString();
  return snapshot.items
    .filter((item) => full || leanNames.includes(item.name))
    .map((item) => {
      const text = JSON.stringify(item.value)
        .replaceAll(snapshot.caseId.slice(4), caseIdNumber(number).slice(4))
        .replaceAll(snapshot.callId, callIdNumber(Math.floor(number / plan.perCall)))
        .replaceAll(snapshot.reference, `LIM-V26-${String(number).padStart(5, "0")}`);
      const value = JSON.parse(text) as Record<string, unknown>;
      if (item.name === "partyCase")
        value["organisationId"] = partyNumber(value["part"] === "provider" ? number + 1 : number);
      const shown = item.name === "row" ? { title: `Trial of a ${name}`, applicant: `${name} BV`, since: day } : {};
      return { op: "create", name: item.name, value: { ...value, ...shown } } as Change;
    });
}
