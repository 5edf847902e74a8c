/** A voucher that moves in with what was paid of it before, decided on what the books hold, beside what a child would say of it. */
import { sharesOf } from "@multihelix/core/call/shares.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { importVoucher } from "@multihelix/core/voucher/import/import-voucher.ts";
import { idOf } from "../fixture/build/ids.ts";
import type { aMoment } from "../fixture/build/moment.ts";
import { anOrganisation } from "../fixture/build/organisation.ts";
import { eur } from "../fixture/build/voucher.ts";
import type { Act, Move } from "./ledger-acts.ts";
import { decided, type Holdings, keyNow, ofKey, only, type PlannedStep } from "./ledger-holdings.ts";

export function moveInSteps(one: Act, caseId: CaseId, moment: ReturnType<typeof aMoment>): PlannedStep[] | undefined {
  if (one.kind !== "move-in") return undefined;
  const [award, paid] = [one.amount * 100, one.amount * 40];
  return [
    (fresh: Holdings) => {
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
          return only(decision, ["share", "book"]);
        }),
      };
    },
  ];
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
