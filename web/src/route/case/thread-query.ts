/** Threads of a case as pages ask for them, and what each is called. */
import { useLingui } from "@lingui/react";
import { queryOptions } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";
import { useParks } from "../../network.ts";

export type Thread = ApiResult<"get", "/api/cases/{caseId}/threads">["threads"][number];

export function threadsQuery(caseId: string) {
  return queryOptions({
    queryKey: ["case", caseId, "threads"],
    queryFn: ({ signal }) => api("get", "/api/cases/{caseId}/threads", { params: { caseId }, signal }),
  });
}

export function threadId({ parkId, side, reviewerId }: Thread): string {
  return [parkId, side, reviewerId ?? ""].join(".");
}

/** Whom one writes with; with the park where several pay. */
export function useThreadName(): (thread: Thread, among: readonly Thread[]) => string {
  const { i18n } = useLingui();
  const parks = useParks();
  return ({ parkId, side, withName, messages }, among) => {
    const park = parks.find(({ id }) => id === parkId)?.name ?? parkId;
    if (side === "notes") return i18n._("Notes of {park}", { park });
    const several = new Set(among.map((thread) => thread.parkId)).size > 1;
    const name = withName === "" ? messages[0]?.byName || park : withName;
    return several && name !== park ? `${name}, ${park}` : name;
  };
}
