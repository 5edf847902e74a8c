/** The state that a page keeps in its address: read with a schema, changed without losing the rest. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";

/** Reads what an address says; every schema of zod is one. */
export interface SearchReader<Search> {
  safeParse(raw: unknown): { readonly success: true; readonly data: Search } | { readonly success: false };
  parse(raw: unknown): Search;
}

/** Reads fields that are any text, without a library: the first page does not load one for its filters. */
export function textFields<const Name extends string>(
  names: readonly Name[],
): SearchReader<{ [N in Name]?: string | undefined }> {
  const parse = (raw: unknown) => {
    const given = Object(raw) as Readonly<Record<string, unknown>>;
    const known = names.filter((name) => typeof given[name] === "string");
    return Object.fromEntries(known.map((name) => [name, given[name]])) as { [N in Name]?: string | undefined };
  };
  return { parse, safeParse: (raw) => ({ success: true, data: parse(raw) }) };
}

/**
 * What of the address the schema accepts, and how to change it. A value that does not fit counts as absent.
 * @param schema an object whose fields are optional or have defaults
 */
export function usePageSearch<Search extends object>(
  schema: SearchReader<Search>,
): readonly [Search, (change: Partial<Search>) => void] {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const search = useMemo(() => {
    const parsed = schema.safeParse(raw);
    return parsed.success ? parsed.data : schema.parse({});
  }, [schema, raw]);
  return [search, (change) => void navigate({ to: ".", search: { ...raw, ...change }, replace: true })];
}
