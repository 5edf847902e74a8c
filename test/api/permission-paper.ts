/** Part of the table of permissions: the record of a case, its files, threads and letters, decisions released together, imports. */
import type { Access, Insider } from "./permission-table.ts";

const sure = { noInterest: true } as const;
const everyone = [
  "applicant",
  "provider",
  "reviewer",
  "manager",
  "approver",
  "finance",
  "auditor",
  "secretary",
] as const;
const read = (...may: Insider[]): Access => ({ about: "case", may });
const write = (may: Insider, body: Access["body"] = () => ({})): Access => ({ about: "case", may: [may], body });
const parkRead = (...may: Insider[]): Access => ({ about: "park", may });
const file = { as: "csv", text: "a\\n1\\n" } as const;
const parkWrite = (may: Insider[], body: NonNullable<Access["body"]>): Access => ({ about: "park", may, body });

export const paperPermissions: Readonly<Record<string, Access>> = {
  "get /api/parks/{parkId}/imports": parkRead("manager", "finance", "auditor"),
  "get /api/parks/{parkId}/imports/{importId}": parkRead("manager", "finance", "auditor"),
  "post /api/parks/{parkId}/imports/preview": parkWrite(["manager", "finance"], () => ({ kind: "vouchers", file })),
  "post /api/parks/{parkId}/imports": parkWrite(["manager", "finance"], () => ({
    kind: "vouchers",
    fileName: "forged.csv",
    hash: "forged",
    file,
  })),
  "post /api/parks/{parkId}/imports/{importId}/answer": parkWrite(["manager", "finance"], () => ({
    ...sure,
    answer: "confirm",
    hash: "forged",
  })),
  "post /api/cases/{caseId}/recoveries/none": write("finance", () => ({
    ...sure,
    parkId: "limburg",
    reasons: "Forged.",
  })),
  "post /api/cases/{caseId}/scope-proposal": {
    about: "case",
    may: ["applicant", "manager"],
    body: () => ({ ...sure, scope: "Forged, and long enough for it.", reasons: "Forged." }),
  },
  "post /api/cases/{caseId}/scope-answer": write("provider", () => ({
    party: "provider",
    contentHash: "",
    answer: "agree",
  })),
  "post /api/cases/{caseId}/scope-decision": write("manager", () => ({ ...sure, contentHash: "", reasons: "Forged." })),
  "post /api/cases/{caseId}/change-refusal": {
    about: "case",
    may: ["manager", "approver", "finance"],
    body: () => ({ ...sure, parkId: "limburg", change: "value", reasons: "Forged." }),
  },
  "get /api/cases/{caseId}/debts": read(...everyone),
  "post /api/parks/{parkId}/batches/{batchId}/rejection": parkWrite(["finance"], () => ({ reason: "AC01" })),
  "post /api/cases/{caseId}/slots/{slot}/set-aside": write("manager", () => ({ ...sure, reason: "Forged." })),
  "get /api/cases/{caseId}/slots/{slot}/offline-form": read("reviewer"),
  "post /api/cases/{caseId}/slots/{slot}/offline-form": write("reviewer", () => ({
    form: "WyJ4IiwieSIsInoiXQ",
    marks: [],
    confidence: 1,
  })),
  "get /api/calls/{callId}/releases": { about: "park", may: ["manager", "auditor", "secretary"] },
  "post /api/calls/{callId}/releases": parkWrite(["manager"], ({ caseId }) => ({
    ...sure,
    cases: [{ caseId, hash: "forged" }],
  })),
  "get /api/parks/{parkId}/mailings": { about: "park", may: ["manager"] },
  "post /api/parks/{parkId}/mailings/preview": parkWrite(["manager"], ({ caseId }) => ({
    words: { en: { subject: "An evening", text: "You are invited." }, nl: { subject: "Een avond", text: "Kom." } },
    cases: [caseId],
  })),
  "post /api/parks/{parkId}/mailings": parkWrite(["manager"], ({ caseId }) => ({
    words: { en: { subject: "An evening", text: "You are invited." }, nl: { subject: "Een avond", text: "Kom." } },
    cases: [caseId],
    hash: "forged",
  })),
  "post /api/cases/{caseId}/slips": write("finance", () => ({
    ...sure,
    parkId: "limburg",
    claim: 1,
    confirmation: "Forged",
    filedOn: "2026-11-01",
  })),
  "get /api/cases/{caseId}/receipt.pdf": read("applicant", "manager", "approver", "finance", "auditor", "secretary"),
  "post /api/merges": {
    about: "own",
    may: [],
    body: ({ organisationId, providerId }) => ({
      ...sure,
      keptId: organisationId,
      mergedId: providerId,
      reason: "One and the same.",
      keptVersion: 0,
      mergedVersion: 0,
    }),
  },
  "post /api/merges/{mergeId}/answer": { about: "own", may: [], body: () => ({ ...sure, answer: "confirm" }) },
  "get /api/network/gaps": { about: "park", may: ["secretary"] },
  "get /api/cases/{caseId}/reassignment": read("secretary"),
  "post /api/cases/{caseId}/reassignment": write("secretary", ({ personId: to }) => ({
    task: "-",
    to,
    reason: "Forged.",
  })),
  "get /api/cases/{caseId}/contact": { about: "case", may: ["applicant", "provider"] },
  "post /api/cases/{caseId}/contact/handover": {
    about: "case",
    may: ["applicant", "provider"],
    body: ({ personId }) => ({ to: personId, leaves: false }),
  },
  "post /api/cases/{caseId}/contact/answer": {
    about: "case",
    may: ["applicant", "provider"],
    body: () => ({ answer: "decline" }),
  },
  "post /api/cases/{caseId}/interest": {
    about: "case",
    may: ["manager", "approver", "finance", "auditor", "secretary"],
    body: () => ({ party: "applicant", kind: "tenancy" }),
  },
  "get /api/cases/{caseId}/history": read(...everyone),
  "get /api/cases/{caseId}/workflow": read(...everyone),
  "get /api/cases/{caseId}/letters": read(...everyone),
  "post /api/cases/{caseId}/letters/{letterId}/opening": { about: "own", may: [] },
  "post /api/cases/{caseId}/letters/{letterId}/resending": {
    about: "case",
    may: ["manager", "finance"],
    body: () => ({}),
  },
  "post /api/cases/{caseId}/provider/ask": write("applicant", () => ({ name: "Forged", email: "forged@lab.example" })),
  "post /api/cases/{caseId}/provider/ask/withdrawal": write("applicant"),
  "post /api/cases/{caseId}/files": write("applicant", () => ({
    use: "document",
    slot: "technical-description",
    name: "forged.pdf",
    bytes: 1,
  })),
  "post /api/cases/{caseId}/files/{fileId}/arrival": write("applicant"),
  "post /api/cases/{caseId}/files/{fileId}/removal": write("applicant"),
  "post /api/cases/{caseId}/files/{fileId}/link": read("applicant"),

  "get /api/cases/{caseId}/threads": read(...everyone),
  // Of a thread of their own; anybody else's is not there for them.
  "post /api/cases/{caseId}/threads": {
    about: "case",
    may: ["applicant", "manager", "approver", "finance"],
    body: () => ({ parkId: "limburg", side: "applicant", text: "Forged." }),
  },
  "put /api/cases/{caseId}/threads/reading": write("applicant", () => ({
    parkId: "limburg",
    side: "applicant",
    messageId: "msg_01K8Z3V5J0QW4R7T9Y2B6C8D1F",
  })),
};
