/** Who may use each signed-in route on a case or a park of theirs: everybody else is refused, and nothing is written. */
import { sha256 } from "@multihelix/adapters/system/secrets.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { callPermissions } from "./call-permissions.ts";
import { dayAfter, offer, sections } from "./draft.ts";
import { call, noQuestions } from "./forged-call.ts";
import { booksRoutes, ownRoutes } from "./own-routes.ts";
import { paperPermissions } from "./permission-paper.ts";

/** People with a part in the case. */
export const insiders = {
  applicant: "sme-owner",
  provider: "provider-lund",
  reviewer: "the reviewer of r1",
  manager: "limburg-manager",
  approver: "limburg-approver",
  finance: "limburg-finance",
  auditor: "auditor",
  secretary: "secretary",
  redress: "limburg-redress",
} as const;
export type Insider = keyof typeof insiders;

/** What the table's bodies are made of. */
export interface Given {
  readonly now: string;
  readonly organisationId: string;
  readonly providerId: string;
  readonly endToEndId: string;
  readonly caseId: string;
  readonly personId: string;
}

export interface Access {
  /** `case`: for outsiders it does not exist. `park`: it exists, but they have no duty there. `own`: what is one's own. */
  readonly about: "case" | "park" | "own";
  readonly may: readonly Insider[];
  /** A body that the route would take from the right person. */
  readonly body?: (given: Given) => unknown;
  /** What it names belongs to the first of the cases alone. */
  readonly ofFirst?: true;
}

const sure = { noInterest: true } as const;
const inside = ["manager", "approver", "finance", "auditor", "secretary"] as const;
const everyone = ["applicant", "provider", "reviewer", ...inside] as const;
const marks = ["relevance", "quality", "effect", "value"].map((criterion) => ({
  criterion,
  score: 1,
  toApplicant: "Forged.",
  toPark: "Forged.",
}));
const line = (now: string) => ({
  invoiceNumber: "FORGED-1",
  invoiceDate: dayAfter(now, 0),
  description: "Forged",
  net: { amount: 100, currency: "EUR" },
  vat: { amount: 0, currency: "EUR" },
});

const read = (...may: Insider[]): Access => ({ about: "case", may });
const write = (may: Insider, body: Access["body"] = () => ({})): Access => ({ about: "case", may: [may], body });
const parkRead = (...may: Insider[]): Access => ({ about: "park", may });
const parkWrite = (may: Insider[], body: Access["body"] = () => ({})): Access => ({ about: "park", may, body });
const ofBooks = parkRead("manager", "approver", "finance", "auditor");
const own: Access = { about: "own", may: [] };

const ledger = {
  parkId: "limburg",
  fundId: "limburg-regional",
  callId: callIdOf("LIM-V26", sha256),
  budgetYear: 2026,
  currency: "EUR",
};

export const permissions: Readonly<Record<string, Access>> = {
  ...Object.fromEntries(ownRoutes.map((route) => [route, own])),
  ...paperPermissions,

  ...callPermissions,
  "post /api/calls": parkWrite(["manager"], call),
  "get /api/calls/{callId}/questions": parkRead("manager"),
  "post /api/calls/{callId}/questions": parkWrite(["manager"], noQuestions),
  "post /api/calls/{callId}/publication": parkWrite(["manager"]),
  "post /api/budgets": parkWrite(["manager", "finance"], () => ({ ledger, amount: 1 })),
  "get /api/parks/{parkId}/reviewer-load": parkRead("manager", "auditor", "secretary"),
  "get /api/calls/{callId}/ranking": parkRead("manager", "approver", "auditor", "secretary"),
  "post /api/calls/{callId}/ranking/calibration": parkWrite(["manager"]),
  "get /api/calls/{callId}/assignment-runs": parkRead("manager", "auditor", "secretary"),
  "post /api/calls/{callId}/assignment-runs": parkWrite(["manager"], () => sure),
  "get /api/calls/{callId}/assignment-runs/{runId}": parkRead("manager", "auditor", "secretary"),
  "get /api/calls/{callId}/assignment-runs/{runId}/pairs/{caseId}/{personId}": parkRead(
    "manager",
    "auditor",
    "secretary",
  ),
  "post /api/calls/{callId}/assignment-runs/{runId}/price": {
    about: "park",
    may: ["manager", "auditor", "secretary"],
    body: ({ caseId, personId }) => ({ moves: [{ caseId, personId, change: "take" }] }),
  },
  "post /api/calls/{callId}/assignment-runs/{runId}/revision": parkWrite(["manager"], () => ({
    moves: [],
    waived: [],
  })),
  "post /api/calls/{callId}/assignment-runs/{runId}/publication": parkWrite(["manager"], () => ({ ...sure, round: 1 })),
  "post /api/calls/{callId}/assignment-runs/{runId}/discard": parkWrite(["manager"]),
  "get /api/parks/{parkId}/cases": parkRead(...inside),
  "get /api/parks/{parkId}/tables/cases": parkRead(...inside),
  ...Object.fromEntries(booksRoutes.map((route) => [route, ofBooks])),
  "get /api/parks/{parkId}/tables/batches": parkRead("manager", "finance", "auditor"),
  "get /api/calls/{callId}/tables/ranking": parkRead("manager", "approver", "auditor", "secretary"),
  "post /api/parks/{parkId}/year-end": parkWrite(["finance"], () => ({ ledger })),
  "post /api/parks/{parkId}/year-closing": parkWrite(["finance"], () => ({ ledger })),
  "post /api/parks/{parkId}/period-lock": parkWrite(["finance"], () => ({ through: "2026-01-31" })),
  "get /api/parks/{parkId}/payments": parkRead("manager", "finance", "auditor"),
  "post /api/parks/{parkId}/batches": parkWrite(["finance"], ({ endToEndId, now }) => ({
    ...sure,
    endToEndIds: [endToEndId],
    executionDate: dayAfter(now, 3),
  })),
  "post /api/parks/{parkId}/batches/{batchId}/release": parkWrite(["finance"], () => sure),
  "get /api/parks/{parkId}/batches/{batchId}/file": parkRead("finance"),
  "post /api/parks/{parkId}/batches/{batchId}/discard": parkWrite(["finance"]),
  "post /api/parks/{parkId}/batches/{batchId}/sent": parkWrite(["finance"]),
  "post /api/parks/{parkId}/statements": parkWrite(["finance"], ({ endToEndId, now }) => ({
    csv: `endToEndId,bookedOn,amount,currency,reference\n${endToEndId},${dayAfter(now, 0)},1.00,EUR,FORGED\n`,
  })),

  "post /api/cases": write("applicant", ({ organisationId }) => ({ callId: ledger.callId, organisationId })),
  "put /api/cases/{caseId}/sections/{sectionId}": write("applicant", () => ({ data: sections.project })),
  "get /api/cases/{caseId}/check": read("applicant", ...inside),
  "post /api/cases/{caseId}/provider": write("applicant", ({ providerId }) => ({ organisationId: providerId })),
  "post /api/cases/{caseId}/offer": write("provider", ({ now }) => ({ content: offer(now) })),
  "post /api/cases/{caseId}/offer/decline": write("provider"),
  "post /api/cases/{caseId}/offer/renewal": write("provider", () => ({ answer: "confirmed" })),
  "post /api/cases/{caseId}/submission": write("applicant"),
  "post /api/cases/{caseId}/withdrawal": write("applicant"),
  "get /api/cases/{caseId}/redress": read(...everyone),
  "post /api/cases/{caseId}/redress": write("applicant", () => ({ ground: "rule-misapplied", reasons: "Forged." })),
  "post /api/cases/{caseId}/redress/admission": write("redress", () => ({ ...sure, outcome: "admitted", reasons: "" })),
  "post /api/cases/{caseId}/redress/outcome": write("redress", () => ({ ...sure, outcome: "upheld", reasons: "-" })),
  "post /api/cases/{caseId}/slots/{slot}/redaction": write("manager", () => ({
    ...sure,
    criterion: "quality",
    text: "Forged.",
    reason: "-",
  })),
  "post /api/cases/{caseId}/scope": write("manager", () => ({ ...sure, outcome: "outside", reasons: "Forged." })),
  "post /api/cases/{caseId}/statement": write("applicant", () => ({ outcome: "refused", declared: [], signed: false })),
  "post /api/cases/{caseId}/answer": write("applicant", () => ({ answer: "Forged." })),

  "get /api/cases/{caseId}": read(...everyone),
  "get /api/cases/{caseId}/ledger": read(...inside),
  "get /api/cases/{caseId}/wanted": read(...inside),
  "get /api/cases/{caseId}/evidence": read(...inside),
  "get /api/cases/{caseId}/release": read(...inside),
  "get /api/cases/{caseId}/slots/{slot}/candidates": read(...inside),
  "get /api/cases/{caseId}/review-plans": read(...inside),
  "get /api/cases/{caseId}/review-plans/{planId}/reviewers/{personId}": { ...read(...inside), ofFirst: true },
  "post /api/cases/{caseId}/assessment/preview": {
    about: "case",
    may: inside,
    body: () => ({ lines: [{ line: 1, net: 1 }] }),
  },

  "post /api/cases/{caseId}/slots/{slot}/declaration": write("reviewer", () => ({ outcome: "accepted" })),
  "post /api/cases/{caseId}/slots/{slot}/review": write("reviewer", () => ({ marks, confidence: 1 })),
  "put /api/cases/{caseId}/slots/{slot}/draft": write("reviewer", () => ({ marks, confidence: 1 })),
  "post /api/cases/{caseId}/slots/{slot}/reviewer": write("manager", () => ({
    ...sure,
    reviewerIds: [demoPersonId("reviewer-conflicted")],
    waiver: "Forged.",
  })),

  "post /api/cases/{caseId}/slots/{slot}/plan": write("manager", () => sure),
  "post /api/cases/{caseId}/translations/{language}": write("manager", () => ({
    source: "person",
    translator: "Forged",
    words: { title: "Forged", need: "Forged", effect: "Forged", scope: "Forged, and long enough." },
  })),

  "post /api/cases/{caseId}/screening": write("manager", () => ({ ...sure, outcome: "eligible" })),
  "post /api/cases/{caseId}/ineligibility": write("manager", () => ({ ...sure, outcome: "confirmed" })),
  "post /api/cases/{caseId}/proposal": write("manager", () => ({ ...sure, kind: "reject", reasons: "Forged." })),
  "post /api/cases/{caseId}/approvals/{parkId}": write("approver", () => ({ ...sure, answer: "approve" })),
  "get /api/cases/{caseId}/approvals/{parkId}/handing-on": read(...inside),
  "post /api/cases/{caseId}/approvals/{parkId}/handing-on": write("approver", ({ now, personId: to }) => ({
    ...{ to, reason: "Forged.", until: dayAfter(now, 7) },
  })),
  "post /api/cases/{caseId}/approvals/{parkId}/taking-back": write("approver", () => ({})),
  "post /api/cases/{caseId}/release": write("manager", () => sure),
  "post /api/cases/{caseId}/acceptance": write("applicant", () => ({ party: "applicant" })),
  "post /api/cases/{caseId}/report": write("provider", ({ now }) => ({
    report: "Forged.",
    workFinishedOn: dayAfter(now, 0),
    lines: [line(now)],
  })),
  "post /api/cases/{caseId}/confirmation": write("applicant", () => ({ outcome: "confirmed" })),
  "post /api/cases/{caseId}/dispute": write("manager", () => ({ ...sure, outcome: "confirmed", reasons: "Forged." })),
  "post /api/cases/{caseId}/assessment": write("manager", () => ({
    ...sure,
    lines: [{ line: 1, net: 1 }],
    paidByApplicant: 0,
  })),
  "post /api/cases/{caseId}/query": write("manager", () => ({ ...sure, question: "Forged?" })),
  "post /api/cases/{caseId}/refusal": write("manager", () => ({ ...sure, reasons: "Forged." })),
  "post /api/cases/{caseId}/refusal/settlement": write("manager", () => ({ ...sure, outcome: "end" })),
  "post /api/cases/{caseId}/follow-up": write("applicant", () => ({ answers: [{ id: "jobs", text: "Forged." }] })),
  "post /api/cases/{caseId}/query-answer": write("provider", () => ({ answer: "Forged." })),
  "post /api/cases/{caseId}/finance-check": write("finance", () => ({ ...sure, outcome: "accepted" })),
  "post /api/cases/{caseId}/cancellation-proposal": write("manager", () => ({ ...sure, reasons: "Forged." })),
  "post /api/cases/{caseId}/cancellation": write("approver", () => sure),
  "post /api/cases/{caseId}/extension": write("manager", () => ({ ...sure, months: 1, reasons: "Forged." })),
  "post /api/cases/{caseId}/suspension": write("manager", () => ({ ...sure, reasons: "Forged." })),
  "post /api/cases/{caseId}/resumption": write("manager", () => sure),
  "post /api/cases/{caseId}/value-proposal": write("manager", () => ({ ...sure, value: 500_000, reasons: "Forged." })),
  "post /api/cases/{caseId}/value-approval": write("approver", () => ({ ...sure, parkId: "limburg", contentHash: "" })),
  "post /api/cases/{caseId}/clearing-reversal": write("finance", () => ({ ...sure, reasons: "Forged." })),
  "get /api/cases/{caseId}/account": read("applicant", "provider", "finance", "auditor", "secretary"),
  "post /api/cases/{caseId}/account": write("provider", () => ({
    account: { holder: "Forged", iban: "BE68539007547034", bic: "KREDBEBB", currency: "EUR", country: "BE" },
  })),
  "post /api/cases/{caseId}/account/answer": write("finance", ({ now }) => ({
    ...sure,
    parkId: "limburg",
    proposedAt: now,
    outcome: "confirmed",
  })),
  "post /api/cases/{caseId}/recoveries": write("finance", ({ now }) => ({
    ...sure,
    parkId: "limburg",
    amount: 1,
    due: dayAfter(now, 30),
    reasons: "Forged.",
  })),
  "post /api/cases/{caseId}/recoveries/{recovery}/receipt": write("finance", ({ now }) => ({
    ...{ amount: 1, bankReference: "KBC-1" },
    bookedOn: dayAfter(now, 0),
  })),
  "post /api/cases/{caseId}/recoveries/{recovery}/cancellation": write("finance", () => ({
    ...sure,
    reasons: "Forged.",
  })),
  "post /api/cases/{caseId}/recoveries/{recovery}/write-off": write("approver", () => ({
    ...sure,
    reasons: "Forged.",
  })),
};
