/** What its people do, in the order of the line, before a case waits at each station from the proposal on. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import type { TaskKind } from "@multihelix/core/task/task.ts";

const euro = (amount: number) => ({ amount, currency: "EUR" });

/** Who answers the station's task, where, and what. */
export interface Act {
  kind: TaskKind;
  persona: string;
  path: string;
  body: Record<string, unknown>;
}

const propose: Act = {
  kind: "propose",
  persona: "limburg-manager",
  path: "proposal",
  body: { noInterest: true, kind: "award", amount: euro(200_000), reasons: "Need.", outOfOrderReason: "In one day." },
};
const approve: Act = {
  kind: "approve",
  persona: "limburg-approver",
  path: "approvals/limburg",
  body: { noInterest: true, answer: "approve", reason: "" },
};
const release: Act = {
  kind: "release",
  persona: "limburg-second-manager",
  path: "release",
  body: { noInterest: true },
};
const acceptances: Act[] = [
  { kind: "accept", persona: "sme-owner", path: "acceptance", body: { party: "applicant" } },
  { kind: "accept", persona: "provider-lund", path: "acceptance", body: { party: "provider" } },
];
const suspend: Act = {
  kind: "use",
  persona: "limburg-manager",
  path: "suspension",
  body: { noInterest: true, reasons: "The laboratory is being moved." },
};
const report = (caseId: CaseId, today: string): Act => ({
  kind: "use",
  persona: "provider-lund",
  path: "report",
  body: {
    report: "All series were measured.",
    workFinishedOn: today,
    // A last claim would wait for the proof of the own share.
    interim: true,
    lines: [
      {
        invoiceNumber: caseId.slice(-10),
        invoiceDate: today,
        description: "Study",
        net: euro(125_000),
        vat: euro(0),
      },
    ],
  },
});
const confirm: Act = {
  kind: "confirm-service",
  persona: "sme-owner",
  path: "confirmation",
  body: { outcome: "confirmed" },
};
const dispute: Act = { ...confirm, body: { outcome: "disputed", reason: "One series is missing." } };
const assess: Act = {
  kind: "check-claim",
  persona: "limburg-manager",
  path: "assessment",
  body: { noInterest: true, lines: [{ line: 1, net: 125_000 }], paidByApplicant: 0, reason: "" },
};
const query: Act = { ...assess, path: "query", body: { noInterest: true, question: "Where is the second series?" } };
const refuse: Act = { ...assess, path: "refusal", body: { noInterest: true, reasons: "Another service." } };
const clear: Act = {
  kind: "finance-check",
  persona: "limburg-finance",
  path: "finance-check",
  body: { noInterest: true, outcome: "accepted" },
};

const confirmRefusal: Act = { ...clear, body: { noInterest: true, outcome: "refused" } };

/** In the order of the line; each station's case has all acts before it behind it. */
const inUse = [propose, approve, release, ...acceptances];
export const stations: Record<string, (caseId: CaseId, today: string) => Act[]> = {
  propose: () => [],
  approve: () => [propose],
  release: () => [propose, approve],
  accept: () => [propose, approve, release],
  use: () => inUse,
  resume: () => [...inUse, suspend],
  "confirm-service": (caseId, today) => [...inUse, report(caseId, today)],
  "settle-dispute": (caseId, today) => [...inUse, report(caseId, today), dispute],
  "check-claim": (caseId, today) => [...inUse, report(caseId, today), confirm],
  "answer-query": (caseId, today) => [...inUse, report(caseId, today), confirm, query],
  "finance-check": (caseId, today) => [...inUse, report(caseId, today), confirm, assess],
  "settle-refusal": (caseId, today) => [...inUse, report(caseId, today), confirm, refuse, confirmRefusal],
  pay: (caseId, today) => [...inUse, report(caseId, today), confirm, assess, clear],
};
