/** The state that a page keeps in its address: read with a schema, changed without losing the rest. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type * as z from "zod";

/**
 * What of the address the schema accepts, and how to change it. A value that does not fit counts as absent.
 * @param schema an object whose fields are optional or have defaults
 */
export function usePageSearch<Search extends object>(
  schema: z.ZodType<Search>,
): readonly [Search, (change: Partial<Search>) => void] {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const search = useMemo(() => {
    const parsed = schema.safeParse(raw);
    return parsed.success ? parsed.data : schema.parse({});
  }, [schema, raw]);
  return [search, (change) => void navigate({ to: ".", search: { ...raw, ...change }, replace: true })];
}
