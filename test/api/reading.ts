/** Everything that somebody can read over the API, as one record that two moments can be compared by. */
import { routes } from "@multihelix/api/route/list.ts";
import type { AnyRoute } from "@multihelix/api/route.ts";
import type { Caller, Reply } from "./caller.ts";

export interface Places {
  readonly caseIds: readonly string[];
  readonly parkIds: readonly string[];
  readonly callIds: readonly string[];
  readonly batchIds: readonly string[];
}

const readable = (routes as readonly AnyRoute[]).filter(({ method }) => method === "get");

/** A path without parameters for each combination of places that the route may be asked about. */
function pathsOf(route: AnyRoute, places: Places): string[] {
  const values: Readonly<Record<string, readonly string[]>> = {
    caseId: places.caseIds,
    draftId: places.caseIds,
    parkId: places.parkIds,
    callId: places.callIds,
    batchId: places.batchIds,
    organisationId: ["org_01K8Z3V5J0QW4R7T9Y2B6C8D1F"],
    invitationId: ["inv_01K8Z3V5J0QW4R7T9Y2B6C8D1F"],
    enquiryId: ["enq_01K8Z3V5J0QW4R7T9Y2B6C8D1F"],
    slot: ["r1"],
    token: ["bm90aGluZw"],
    runId: ["run_01K8Z3V5J0QW4R7T9Y2B6C8D1F"],
    planId: ["pln_01K8Z3V5J0QW4R7T9Y2B6C8D1F"],
    personId: ["per_01K8Z3V5J0QW4R7T9Y2B6C8D1F"],
    importId: ["imp_01K8Z3V5J0QW4R7T9Y2B6C8D1F"],
    round: ["1"],
  };
  return [...route.path.matchAll(/\{(\w+)\}/g)].reduce(
    (paths, [whole, name = ""]) => {
      const known = values[name];
      if (known === undefined) throw new Error(`nothing is known to ask ${route.path} about: ${name}`);
      return paths.flatMap((path) => known.map((value) => path.replace(whole, value)));
    },
    [route.path],
  );
}

/** Path → status, headers and body, byte for byte; only the date of the answer is left out. */
export async function readAll(caller: Caller, places: Places): Promise<Record<string, string>> {
  const paths = readable.flatMap((route) => pathsOf(route, places));
  const replies = await Promise.all(paths.map(async (path) => [path, written(await caller.get(path))] as const));
  return Object.fromEntries(replies);
}

function written({ status, headers, text }: Reply): string {
  const kept = [...headers].filter(([name]) => name !== "date").map(([name, value]) => `${name}: ${value}`);
  return [String(status), ...kept, "", text].join("\n");
}
