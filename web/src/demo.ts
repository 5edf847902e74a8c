/** Whether this is a demonstration: the server alone says so, by answering who can be tried out. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { request } from "./client.ts";

export interface Persona {
  readonly persona: string;
  readonly name: string;
  /** What the persona is, in words: `Programme manager, Limburg`. */
  readonly part: string;
}

const personasQuery = queryOptions({
  queryKey: ["demo", "personas"],
  queryFn: ({ signal }) => request<{ readonly personas: readonly Persona[] }>("/api/demo/personas", { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Who can be tried out; undefined where this is no demonstration, or not known to be one. */
export function usePersonas(): readonly Persona[] | undefined {
  return useQuery(personasQuery).data?.personas;
}
