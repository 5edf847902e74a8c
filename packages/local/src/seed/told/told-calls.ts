/** Calls of the told demonstration with a deadline behind or before them: days relative to the day on which it is told, one per state. */
import { proposeAmendment, publishAmendment } from "@multihelix/core/call/amend-call.ts";
import type { Call } from "@multihelix/core/call/call.ts";
import { callIdOf, createCall } from "@multihelix/core/call/create-call.ts";
import { publishCall } from "@multihelix/core/call/publish-call.ts";
import { addDays, type Instant, toZonedDateString } from "@multihelix/core/kernel/instant.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { setBudget } from "@multihelix/core/ledger/set-budget.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { actorOf } from "../actor-of.ts";
import { type DemoCall, limburg, lund } from "../calls.ts";

interface ToldCall extends DemoCall {
  readonly publisher: string;
  /** Days before today; negative: after it. */
  readonly opensDaysAgo: number;
  readonly closesDaysAgo: number;
  /** It was changed after it was published: it closes so many days later. */
  readonly later?: { readonly days: number; readonly reason: Call["title"] };
}

const oneRound = { mode: "deadline", validityMonths: 6, decisionDays: 90 } as const;

/** Everything is decided, the windows for redress are over, and the two that were equal were parted by the draw that it announced. */
const archived: ToldCall = {
  ...limburg,
  publisher: "limburg-second-manager",
  budgets: [{ parkId: "limburg", amount: 2_600_000, by: "limburg-finance" }],
  opensDaysAgo: 148,
  closesDaysAgo: 126,
  call: {
    ...limburg.call,
    ...oneRound,
    code: "LIM-V26A",
    title: { en: "Spring round: from bench to bedside", nl: "Voorjaarsronde: van lab naar bed" },
    summary: {
      en: "Up to 10,000 € for a test that a hospital asks for. All applications are ranked together; a draw parts those that marks and criteria leave equal.",
      nl: "Tot 10.000 € voor een test waar een ziekenhuis om vraagt. Alle aanvragen worden samen gerangschikt; wat punten en criteria gelijk laten, beslist het lot.",
    },
    tieRule: "draw",
  },
};

/** Ranked and frozen; its money does not reach for the fourth. */
const deciding: ToldCall = {
  ...archived,
  budgets: [{ parkId: "limburg", amount: 2_400_000, by: "limburg-finance" }],
  opensDaysAgo: 70,
  closesDaysAgo: 27,
  call: {
    ...archived.call,
    code: "LIM-V26B",
    title: { en: "Autumn round: care at home", nl: "Najaarsronde: zorg thuis" },
    summary: {
      en: "Up to 10,000 € for a test of what is used at home, without a nurse beside it. All applications are ranked together; a draw parts those that marks and criteria leave equal.",
      nl: "Tot 10.000 € voor een test van wat thuis wordt gebruikt, zonder verpleegkundige ernaast. Alle aanvragen worden samen gerangschikt; wat punten en criteria gelijk laten, beslist het lot.",
    },
  },
};

/** A review is late, and two cases are so equal that the panel must vote. */
const closed: ToldCall = {
  ...archived,
  budgets: [{ parkId: "limburg", amount: 3_000_000, by: "limburg-finance" }],
  opensDaysAgo: 80,
  closesDaysAgo: 30,
  call: {
    ...archived.call,
    code: "LIM-V26C",
    title: { en: "Winter round: food and its proof", nl: "Winterronde: voeding en haar bewijs" },
    summary: {
      en: "Up to 10,000 € for the proof of a claim on food. All applications are ranked together; the panel votes on those that marks and criteria leave equal.",
      nl: "Tot 10.000 € voor het bewijs van een claim op voeding. Alle aanvragen worden samen gerangschikt; over wat punten en criteria gelijk laten, stemt het panel.",
    },
    tieRule: "vote",
  },
};

/** Released; the redress of one was upheld, and the reserve pays for it. */
const decided: ToldCall = {
  ...lund,
  publisher: "lund-second-manager",
  budgets: [{ parkId: "lund", amount: 36_000_000, by: "lund-finance" }],
  opensDaysAgo: 120,
  closesDaysAgo: 66,
  call: {
    ...lund.call,
    ...oneRound,
    code: "LUN-V26A",
    title: { en: "First customers", sv: "De första kunderna" },
    summary: {
      en: "Up to 150,000 kr for the measurement that a first customer asks for. A third of the money is kept until redress is over.",
      sv: "Upp till 150 000 kr för den mätning som en första kund frågar efter. En tredjedel av pengarna hålls kvar tills tiden för omprövning är slut.",
    },
    payers: [
      { parkId: "lund", fundId: "lund-regional", sharePercent: 100, aidBasis: "eu-de-minimis", redressPercent: 33 },
    ],
    crossParkRequired: false,
    tieRule: "vote",
  },
};

/** Its first ranking counted a review that was set aside later; the second one is being decided, its awards by two approvers one after the other. */
const ranked: ToldCall = {
  ...decided,
  budgets: [{ parkId: "lund", amount: 30_000_000, by: "lund-finance" }],
  opensDaysAgo: 82,
  closesDaysAgo: 42,
  call: {
    ...decided.call,
    code: "LUN-V26C",
    title: { en: "Clean water, clean hands", sv: "Rent vatten, rena händer" },
    summary: {
      en: "Up to 150,000 kr for a measurement that keeps people from infection. Awards over 120,000 kr are approved twice, one after the other.",
      sv: "Upp till 150 000 kr för en mätning som skyddar människor mot smitta. Bidrag över 120 000 kr godkänns två gånger, efter varandra.",
    },
    payers: [{ parkId: "lund", fundId: "lund-regional", sharePercent: 100, aidBasis: "eu-de-minimis" }],
    tieRule: "draw",
  },
};

const scheduled: ToldCall = {
  ...decided,
  budgets: [{ parkId: "lund", amount: 40_000_000, by: "lund-finance" }],
  opensDaysAgo: -21,
  closesDaysAgo: -84,
  later: {
    days: 14,
    reason: {
      en: "Companies asked for time after the holidays.",
      sv: "Företag bad om tid efter helgerna.",
    },
  },
  call: {
    ...decided.call,
    code: "LUN-V26B",
    title: { en: "First customers, second round", sv: "De första kunderna, andra omgången" },
  },
};

export const toldCalls: readonly ToldCall[] = [archived, deciding, closed, decided, ranked, scheduled];

/** Drafted, given money and published as the told world begins; what an interrupted telling drafted keeps its days. */
export async function tellCalls(deps: Deps, today: Instant): Promise<void> {
  for (const { call, drafter, publisher, budgets, opensDaysAgo, closesDaysAgo, later } of toldCalls) {
    const callId = callIdOf(call.code, deps.digest);
    const as = async (persona: string) => ({ ...(await actorOf(deps, persona)), secondFactorAt: deps.clock.now() });
    if ((await deps.store.get("call", { callId })) === undefined) {
      const days = { opens: addDays(today, -opensDaysAgo), closes: addDays(today, -closesDaysAgo) };
      await perform(deps, await as(drafter), `told:call:${call.code}`, createCall, { ...call, ...days });
    }
    const there = await deps.store.get("call", { callId });
    for (const { parkId, amount, by } of budgets) {
      const ledger = there?.payers.find((payer) => payer.parkId === parkId)?.ledger;
      await perform(deps, await as(by), `told:budget:${call.code}:${parkId}`, setBudget, { ledger, amount });
    }
    await perform(deps, await as(publisher), `told:publish:${call.code}`, publishCall, { callId });
    const published = await deps.store.get("call", { callId });
    if (later === undefined || published === undefined) continue;
    const change = closingLater(published, later.days, (await deps.network.current()).parks);
    const proposal = { callId, version: published.version, change, reason: later.reason };
    const amended = (await deps.store.list("amendment", { callId })).length > 0;
    if (!amended) await perform(deps, await as(drafter), `told:propose:${call.code}`, proposeAmendment, proposal);
    await perform(deps, await as(publisher), `told:amend:${call.code}`, publishAmendment, { callId, number: 1 });
  }
}

function closingLater(
  { languages, title, summary, mode, opens, closes, leadPark }: Call,
  days: number,
  parks: readonly { readonly id: string; readonly zone: string }[],
) {
  const zone = parks.find(({ id }) => id === leadPark)?.zone ?? "UTC";
  const opensOn = toZonedDateString(opens, zone);
  const closesOn = toZonedDateString(addDays(closes, days, zone), zone);
  return { step: "about", languages, title, summary, mode, opensOn, closesOn };
}
