/** What was asked of the API: waiting, refused, or here. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ProblemNote } from "./problem-note.tsx";
import { Waiting } from "./waiting.tsx";

interface Props<Data> {
  readonly query: UseQueryResult<Data>;
  /** Lines of the skeleton while waiting. */
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}

export function Loaded<Data>({ query, lines = 3, children }: Props<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting lines={lines} />;
}
