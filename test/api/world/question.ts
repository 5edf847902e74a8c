/** What is asked in both worlds: every route of the table about every place the secret could show in; a route or query that nobody wrote down fails. */
import { routes } from "@multihelix/api/route/list.ts";
import type { AnyRoute } from "@multihelix/api/route.ts";
import { permissions } from "../permission-table.ts";
import { draftCallId, invitationId, passkeyId } from "./furniture.ts";
import type { Stored } from "./memory-store.ts";
import type { Question } from "./world.ts";

/** What a path may be about. */
export type Places = Readonly<Record<string, readonly string[]>>;

/** Sealed for another purpose, as a world seals. */
export const sealedElsewhere = Buffer.from(JSON.stringify(["x", "y", "z"])).toString("base64url");
const unknown = "01K8Z3V5J0QW4R7T9Y2B6C8D1F";

/** Signing in and out is nobody's to read: it has tests of its own. */
const doors = [
  "post /api/session/code",
  "post /api/session/verify",
  "post /api/session/passkey-entry/options",
  "post /api/session/passkey-entry",
];

/** Filters, orders and pages of every list that takes some. `word` stands for a word of the secret's case. */
const queries: Readonly<Record<string, (word: string, places: Places) => readonly string[]>> = {
  "/api/merge-search": (word) => [`scheme=BE-BCE_KBO&number=${word}`, "scheme=BE-BCE_KBO&number=0999.998.877"],
  "/api/merge-preview": (_word, { organisationId = [] }) => [
    `kept=${organisationId[0]}&merged=${organisationId[1] ?? organisationId[0]}`,
  ],
  "/api/providers": (word) => ["", `search=${word}`],
  "/api/parks/{parkId}/cases": (word) => [
    "",
    `search=${word}`,
    "sort=awarded&descending=true&limit=1",
    "sort=applicant&limit=2",
    "view=mine",
    "view=overdue&sort=since",
    "status=deciding,approving,approved",
    "age=over",
    "providerPark=lund",
    `search=${word}&sort=reference&descending=true`,
  ],
  "/api/import-template": () => ["kind=vouchers"],
  "/api/parks/{parkId}/mailings": (word) => ["", `search=${word}`, "view=open&providerPark=lund"],
  "/api/parks/{parkId}/tables/cases": (word) => ["", `search=${word}`],
  "/api/parks/{parkId}/postings": () => ["", "account=committed", "event=decision.propose"],
  "/api/parks/{parkId}/tables/postings": () => ["", "account=committed"],
  "/api/parks/{parkId}/tables/statement": () => ["", "by=fund"],
  "/api/parks/{parkId}/tables/outlook": () => [""],
  "/api/parks/{parkId}/tables/batches": () => [""],
  "/api/calls/{callId}/pool-simulation": () => ["applications=1"],
  "/api/calls/{callId}/tables/ranking": () => [""],
  "/api/calls/{callId}/ranking/versions/{round}": () => ["", "against=1"],
  "/api/calls/{callId}/amendments": () => [""],
  "/api/calls/{callId}/amendment-desk": () => [""],
  "/api/calls/{callId}/assignment-runs/{runId}": () => [""],
  "/api/cases/{caseId}/workflow": () => ["", "language=cy"],
  "/api/cases/{caseId}/evidence": () => [""],
  "/api/cases/{caseId}/receipt.pdf": () => [""],
  "/api/my/profile": () => [""],
  "/api/cases/{caseId}/slots/{slot}/offline-form": () => ["", "language=cy"],
  "/api/parks/{parkId}/statement": () => ["", "by=fund"],
  "/api/parks/{parkId}/journal.csv": () => [""],
};

const table = (routes as readonly AnyRoute[]).filter(
  ({ method, path }) => !doors.includes(`${method} ${path}`) && path !== "/api/health",
);

/** Routes that this file does not know how to ask. */
export function unaskable(places: Places): string[] {
  return table.flatMap(({ method, path, query, access }) => {
    const name = `${method} ${path}`;
    const params = [...path.matchAll(/\{(\w+)\}/g)].filter(([, param = ""]) => places[param] === undefined);
    return [
      ...params.map(([whole]) => `${name}: nothing is known to ask about ${whole}`),
      ...(query !== undefined && queries[path] === undefined ? [`${name}: no queries are written down`] : []),
      ...(method !== "get" && access === "signed-in" && permissions[name] === undefined ? [`${name}: no body`] : []),
    ];
  });
}

/** Reads with all their queries, and each write as somebody would try it. */
export function questionsAbout(places: Places, word: string, now: string): { reads: Question[]; writes: Question[] } {
  const reads = table
    .filter(({ method }) => method === "get")
    .flatMap(({ path }) =>
      pathsOf(path, places).flatMap((one) =>
        (queries[path]?.(encodeURIComponent(word), places) ?? [""]).map((query) => ({
          method: "GET",
          path: query === "" ? one : `${one}?${query}`,
        })),
      ),
    );
  const given = {
    now,
    organisationId: places["organisationId"]?.[0] ?? "",
    providerId: places["organisationId"]?.[1] ?? "",
    endToEndId: "none",
    caseId: places["caseId"]?.[0] ?? "",
    personId: places["personId"]?.[0] ?? "",
  };
  const writes = table
    .filter(({ method }) => method !== "get")
    .flatMap((route) => {
      const body = permissions[`${route.method} ${route.path}`]?.body?.(given);
      const asked = route.body === undefined ? {} : { body: body ?? {} };
      return pathsOf(route.path, places).map((path) => ({ method: route.method.toUpperCase(), path, ...asked }));
    });
  return { reads, writes };
}

function pathsOf(path: string, places: Places): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].reduce(
    (paths, [whole, name = ""]) =>
      paths.flatMap((one) => (places[name] ?? []).map((value) => one.replace(whole, value))),
    [path],
  );
}

/** Where a secret of the case, or of a person, could show. */
export function placesOf(items: readonly Stored[], caseId: string, personId: string): Places {
  const first = <T>(pick: (one: Stored) => T | undefined) => items.map(pick).find((one) => one !== undefined);
  const one = first((item) => (item.name === "case" && item.value.caseId === caseId ? item.value : undefined));
  if (one === undefined) throw new Error(`there is no case ${caseId}`);
  const plan = first((item) => (item.name === "reviewPlan" && item.value.caseId === caseId ? item.value : undefined));
  const letter = first((item) => (item.name === "letter" && item.value.stream === caseId ? item.value : undefined));
  const batch = first((item) => (item.name === "batch" ? item.value : undefined));
  const grant = first((item) => (item.name === "grant" && item.value.personId === personId ? item.value : undefined));
  return {
    caseId: [caseId],
    draftId: [caseId],
    callId: [one.callId, draftCallId],
    parkId: [one.leadPark, one.leadPark === "limburg" ? "lund" : "limburg"],
    organisationId: [one.applicantId, ...(one.providerId === undefined ? [] : [one.providerId])],
    personId: [personId],
    grantId: [grant?.grantId ?? `rgr_${unknown}`],
    planId: [plan?.planId ?? `pln_${unknown}`],
    letterId: [letter?.letterId ?? `let_${unknown}`],
    batchId: [batch?.batchId ?? `bat_${unknown}`],
    slot: ["r1", "r2"],
    language: ["en"],
    fileId: [`fil_${unknown}`],
    token: [sealedElsewhere],
    sectionId: ["project"],
    recovery: ["1"],
    number: ["1"],
    round: ["1"],
    runId: [`run_${unknown}`],
    invitationId: [invitationId],
    mergeId: [`mrg_${unknown}`],
    importId: [`imp_${unknown}`],
    enquiryId: [`enq_${unknown}`],
    challengeId: [`chl_${unknown}`],
    sessionId: [`ses_${unknown}`],
    viewId: [`view_${unknown}`],
    credentialId: [passkeyId],
  };
}
