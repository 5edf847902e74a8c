/** The part of the table of permissions that is about whole calls: their desk, file, ranking and archive. */
import { call } from "./forged-call.ts";
import type { Access } from "./permission-table.ts";

const staff: Access = { about: "park", may: ["manager", "approver", "finance", "auditor", "secretary"] };
const manage = (body: Access["body"] = () => ({})): Access => ({ about: "park", may: ["manager"], body });
const readRanking: Access = { about: "park", may: ["manager", "approver", "auditor", "secretary"] };
const about = {
  title: { en: "Forged" },
  summary: { en: "Forged" },
  languages: ["en"],
  mode: "rolling",
  opensOn: "2026-12-01",
  closesOn: "2026-12-31",
};

export const callPermissions: Readonly<Record<string, Access>> = {
  "get /api/parks/{parkId}/calls": staff,
  "get /api/calls/{callId}/desk": staff,
  "get /api/calls/{callId}/file": staff,
  "get /api/calls/{callId}/pool-simulation": { about: "park", may: ["manager", "auditor", "secretary"] },
  "post /api/call-files": manage((given) => ({
    file: { format: "multihelix-call", version: 1, call: call(given) },
  })),
  "post /api/call-drafts": manage(() => ({ code: "FOR-V26", leadPark: "limburg", ...about })),
  "post /api/calls/{callId}/draft": manage(() => ({ version: 0, change: { step: "about", ...about } })),
  "post /api/calls/{callId}/dry-run": manage(() => ({
    as: "applicant",
    run: {
      language: "en",
      names: { person: "Invented", kinds: {} },
      applicant: { kind: "company", country: "BE" },
      sections: {},
      documents: [],
      sent: false,
      lay: false,
      filed: false,
    },
  })),
  "get /api/calls/{callId}/enquiries/desk": staff,
  "post /api/calls/{callId}/enquiries/{enquiryId}/answer": manage(() => ({
    outcome: "declined",
    texts: { en: { answer: "Forged." } },
  })),
  "post /api/calls/{callId}/enquiries/{enquiryId}/correct": manage(() => ({
    on: 0,
    texts: { en: { question: "Forged?", answer: "Forged." } },
  })),
  "get /api/parks/{parkId}/challenges": { about: "park", may: ["manager"] },
  "post /api/calls/{callId}/challenge": manage(() => ({ version: 0 })),
  "get /api/calls/{callId}/amendment-desk": staff,
  "post /api/calls/{callId}/amendments": manage(() => ({
    version: 0,
    change: { step: "about", ...about },
    reason: { en: "Forged." },
  })),
  "post /api/calls/{callId}/amendments/{number}/publication": manage(),
  "post /api/calls/{callId}/amendments/{number}/withdrawal": manage(),
  "post /api/calls/{callId}/archive": manage(),
  "post /api/calls/{callId}/ranking/freeze": manage(() => ({ noInterest: true })),
  "get /api/calls/{callId}/ranking/versions": readRanking,
  "get /api/calls/{callId}/ranking/versions/{round}": readRanking,
  "post /api/calls/{callId}/ranking/superseding": manage(() => ({ noInterest: true, round: 1, reason: "Forged." })),
  "post /api/calls/{callId}/ranking/superseding/answer": manage(() => ({
    noInterest: true,
    round: 1,
    outcome: "confirm",
  })),
  "post /api/calls/{callId}/ranking/votes": manage(({ caseId }) => ({
    noInterest: true,
    votes: [
      { caseId, votes: 2 },
      { caseId, votes: 1 },
    ],
    present: 3,
    reasons: "Forged.",
  })),
};
