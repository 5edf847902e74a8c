/** What clearing a claim moves where tax is withheld, taking the clearing back, and a voucher that moves in; beside what a child would say of it. */
import { sharesOf } from "@multihelix/core/call/shares.ts";
import type { Claim } from "@multihelix/core/claim/claim.ts";
import { drawOf } from "@multihelix/core/claim/draw.ts";
import { financeCheck } from "@multihelix/core/claim/finance-check.ts";
import { reverseClearance } from "@multihelix/core/claim/reverse-clearance.ts";
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { nextYear } from "@multihelix/core/ledger/book.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import { importVoucher } from "@multihelix/core/voucher/import/import-voucher.ts";
import { aCase } from "../fixture/build/case.ts";
import { idOf } from "../fixture/build/ids.ts";
import { type aMoment, at } from "../fixture/build/moment.ts";
import { anOrganisation } from "../fixture/build/organisation.ts";
import { aTask } from "../fixture/build/task.ts";
import { aClaim, aVoucher, eur, useFacts } from "../fixture/build/voucher.ts";
import type { Act, Move } from "./ledger-acts.ts";
import { decided, fay, type Holdings, keyNow, ofKey, type Step } from "./ledger-holdings.ts";

/** Sweden stands in for a country that taxes at the payment: Lund withholds, Limburg does not. */
const withholding = [
  {
    country: "SE",
    percent: 15,
    source: "a law",
    slip: { form: "SLIP", month: 2 },
    worked: eur(3),
    cost: eur(7),
  },
];
const left = 10_000;

export function claimSteps(
  one: Act,
  held: Holdings,
  caseId: CaseId,
  moment: ReturnType<typeof aMoment>,
): ((fresh: Holdings) => Step)[] | undefined {
  const whole = taxing(moment);
  const kept = ({ name }: Change) => ["claim", "order", "share", "book"].includes(name);
  const claim = held.claims.find((other) => other.caseId === caseId);
  switch (one.kind) {
    case "clear-withheld": {
      if (claim?.draws !== undefined) return [];
      const payable = Math.ceil((left * one.amount) / 100);
      return [
        (fresh) => ({
          // Shares that are smaller than a cent of it draw nothing, and that is cleared too.
          moves: drawn(fresh, caseId, payable) ?? [],
          no: drawn(fresh, caseId, payable) === undefined,
          ...decided(() => {
            const facts = useFacts({
              one: aCase({ caseId, status: "claim-check", payingParks: ["limburg", "lund"] }),
              call: fresh.call,
              voucher: aVoucher({ caseId, left: eur(left) }),
              tasks: [aTask("finance-check", { caseId })],
              claims: [assessed(caseId, payable, claim)],
              shares: fresh.shares.filter((share) => share.caseId === caseId),
            });
            const input = { caseId, outcome: "accepted", noInterest: true } as const;
            const { changes, ...decision } = financeCheck.decide(facts, fay, input, whole);
            // The story has no claim before it is cleared.
            const put = changes
              .filter(kept)
              .map(
                (change): Change =>
                  change.op === "replace" && change.name === "claim" && claim === undefined
                    ? { op: "create", name: "claim", value: change.value }
                    : change,
              );
            return { ...decision, changes: put, effects: [] };
          }),
        }),
      ];
    }
    case "reverse-clearing": {
      if (claim?.draws === undefined) return [];
      return [
        (fresh) => {
          const orders = fresh.orders.filter((order) => order.caseId === caseId);
          const statusOf = (parkId: string, year: number) =>
            fresh.books.find(({ ledger }) => ledger.parkId === parkId && ledger.budgetYear === year)?.status ?? "open";
          // What comes back to a year that was ended goes to the next one, as everything did.
          const closed = orders.some(({ parkId, budgetYear }) => statusOf(parkId, budgetYear) === "closed");
          return {
            no: closed,
            moves: orders.flatMap(({ parkId, budgetYear, amount }): Move[] => {
              const share = fresh.shares.find(
                (own) => own.caseId === caseId && own.parkId === parkId && own.budgetYear === budgetYear,
              );
              if (share === undefined) return [];
              const { ledger } = share;
              const sum = amount.amount;
              const back: Move = { ledger, caseId, to: "committed", from: "payable", amount: sum };
              if (statusOf(parkId, budgetYear) === "open") return [back];
              return [
                back,
                { ledger, caseId, to: "returned", from: "committed", amount: sum },
                { ledger: nextYear(ledger), caseId, to: "committed", from: "appropriation", amount: sum },
              ];
            }),
            ...decided(() => {
              const facts = useFacts({
                one: aCase({ caseId, status: "paying", payingParks: ["limburg", "lund"] }),
                call: fresh.call,
                voucher: aVoucher({ caseId, left: eur(0) }),
                tasks: [],
                claims: [claim],
                shares: fresh.shares.filter((share) => share.caseId === caseId),
              });
              const input = { caseId, reasons: "Another invoice.", noInterest: true } as const;
              const { changes, ...decision } = reverseClearance.decide(
                { ...facts, orders, books: fresh.books },
                fay,
                input,
                whole,
              );
              return { ...decision, changes: changes.filter(kept), effects: [] };
            }),
          };
        },
      ];
    }
    case "move-in": {
      const [award, paid] = [one.amount * 100, one.amount * 40];
      return [
        (fresh) => {
          const parts = sharesOf(fresh.call, eur(award), moment.network, "2027-01-04");
          const before = sharesOf(fresh.call, eur(paid), moment.network, "2027-01-04");
          const ledgers = [0, 1].map((park) => keyNow(fresh, park));
          const taken = fresh.shares.some((own) => own.caseId === caseId && ledgers.some((key) => ofKey(key)(own)));
          const ended = ledgers.some((key) => (fresh.books.find(ofKey(key))?.status ?? "open") !== "open");
          return {
            no: taken || ended,
            moves: parts.flatMap(({ ledger, amount }, index): Move[] => {
              const gone = Math.min(before[index]?.amount.amount ?? 0, amount.amount);
              return [
                { ledger, caseId, to: "committed", from: "appropriation", amount: amount.amount - gone },
                { ledger, caseId, to: "disbursed", from: "appropriation", amount: gone },
              ];
            }),
            ...decided(() => {
              const organisation = anOrganisation();
              const decision = importVoucher.decide(
                {
                  call: fresh.call,
                  known: undefined,
                  applicant: organisation,
                  provider: organisation,
                  contactId: idOf("per", "anna"),
                  providerContactId: idOf("per", "lars"),
                  aidGroup: undefined,
                  aidGrants: [],
                  books: fresh.books,
                },
                { kind: "system", name: "operator" },
                {
                  caseId,
                  row: rowOf(award, paid),
                  callId: fresh.call.callId,
                  applicantId: organisation.organisationId,
                  providerId: organisation.organisationId,
                },
                moment,
              );
              return { ...decision, changes: decision.changes.filter(kept), effects: [] };
            }),
          };
        },
      ];
    }
    default:
      return undefined;
  }
}

/** What each park owes of the claim: gross, whoever gets it. */
/** Undefined where there is no share to draw on, or a park has two of which one is still to be carried. */
function drawn({ call, shares }: Holdings, caseId: CaseId, payable: number): Move[] | undefined {
  try {
    const own = shares.filter((share) => share.caseId === caseId);
    return drawOf(eur(payable), eur(left), call.payers, own)
      .filter(({ amount }) => amount.amount > 0)
      .map(({ share, amount }) => ({
        ledger: share.ledger,
        caseId,
        to: "payable",
        from: "committed",
        amount: amount.amount,
      }));
  } catch (error) {
    if (!isDomainError(error, "voucher.no-shares") && !isDomainError(error, "voucher.shares-apart")) throw error;
    return undefined;
  }
}

function assessed(caseId: CaseId, payable: number, before: Claim | undefined): Claim {
  return {
    ...(before ?? aClaim({ caseId })),
    status: "assessed",
    interim: true,
    assessment: {
      by: idOf("per", "mia"),
      at: at("2027-01-20T09:00:00Z"),
      lines: [],
      acceptedNet: eur(payable),
      paidByApplicant: eur(0),
      payable: eur(payable),
      withholding,
      reason: "",
    },
  };
}

function taxing(moment: ReturnType<typeof aMoment>): ReturnType<typeof aMoment> {
  const { network } = moment;
  const remittance = network.parks.find(({ id }) => id === "sherbrooke")?.remittance;
  if (remittance === undefined) throw new Error("Sherbrooke names its authority");
  return { ...moment, network: { ...network, parks: network.parks.map((park) => ({ ...park, remittance })) } };
}

function rowOf(award: number, paid: number) {
  const text = (minor: number) => (minor / 100).toFixed(2);
  return {
    old_reference: "OLD-1",
    call: "LIM-V26",
    title: "Stability of an enzyme",
    scope: "Three series at four temperatures measured monthly.",
    applicant_scheme: "SE-ON",
    applicant_number: "5560360793",
    contact_email: "anna@example.org",
    provider_scheme: "SE-ON",
    provider_number: "5560360793",
    provider_email: "lars@example.org",
    price: text(award),
    award: text(award),
    paid: text(paid),
    granted_on: "2027-01-04",
    expires_on: "2027-06-30",
    status: "in-use",
    accepted_on: "2027-01-10",
  };
}
