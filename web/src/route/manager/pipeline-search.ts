/** The state of the pipeline as its address carries it: the same filters for board and table. */
import type { CaseStatus } from "@multihelix/core/application/case.ts";
import { infiniteQueryOptions } from "@tanstack/react-query";
import * as z from "zod";
import { type ApiResult, api } from "../../client.ts";

export const searchSchema = z.object({
  park: z.string().optional(),
  as: z.enum(["board", "table"]).optional(),
  view: z.enum(["open", "mine", "overdue", "soon", "elsewhere", "promise-late", "all"]).optional(),
  search: z.string().max(120).optional(),
  call: z.string().optional(),
  providerPark: z.string().optional(),
  holder: z.string().optional(),
  age: z.enum(["first-half", "second-half", "last-days", "over"]).optional(),
  status: z.string().optional(),
  sort: z.enum(["due", "since", "reference", "applicant"]).optional(),
  descending: z.boolean().optional(),
});
export type Search = z.infer<typeof searchSchema>;

export type CasesPage = ApiResult<"get", "/api/parks/{parkId}/cases">;
export type PipelineRow = CasesPage["rows"][number];

const pageSize = 200;

/** What the API is asked for this state of the page, as a list and as a file. */
export function asked({ view = "open", search, call, providerPark, holder, age, status, sort, descending }: Search) {
  return {
    ...(view === "all" ? {} : { view }),
    search,
    call,
    providerPark,
    holder,
    age,
    status,
    sort: sort ?? "due",
    descending: descending === true ? ("true" as const) : ("false" as const),
  };
}

export function pipelineQuery(parkId: string, search: Search) {
  return infiniteQueryOptions({
    queryKey: ["pipeline", parkId, asked(search)],
    queryFn: ({ signal, pageParam }) =>
      api("get", "/api/parks/{parkId}/cases", {
        params: { parkId },
        query: { ...asked(search), limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
    enabled: parkId !== "",
    refetchInterval: 30_000,
  });
}

/** The columns of the board, in the order of a case's life; a column may hold several statuses. */
export const boardColumns: readonly {
  readonly id: CaseStatus;
  readonly statuses: readonly CaseStatus[];
  readonly phase: "selection" | "use";
}[] = [
  { id: "screening", statuses: ["screening", "ineligible-proposed"], phase: "selection" },
  { id: "more-information", statuses: ["more-information"], phase: "selection" },
  { id: "in-review", statuses: ["in-review"], phase: "selection" },
  { id: "deciding", statuses: ["deciding"], phase: "selection" },
  { id: "approving", statuses: ["approving"], phase: "selection" },
  { id: "approved", statuses: ["approved", "conditional"], phase: "selection" },
  { id: "issued", statuses: ["issued"], phase: "use" },
  { id: "in-use", statuses: ["in-use", "suspended"], phase: "use" },
  { id: "reported", statuses: ["reported", "disputed"], phase: "use" },
  { id: "claim-check", statuses: ["claim-check", "queried", "claim-refused"], phase: "use" },
  { id: "paying", statuses: ["paying"], phase: "use" },
  {
    id: "closed",
    statuses: ["redeemed", "rejected", "ineligible", "withdrawn", "lapsed", "expired", "cancelled", "closed"],
    phase: "use",
  },
];
