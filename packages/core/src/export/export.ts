/** What an export is: who asks for which rows, and the table that is made of exactly what the view gave. */
import type * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import type { Deps } from "../port/deps.ts";
import type { Table } from "./table.ts";

export interface Export<Params, Query> {
  readonly summary: string;
  readonly params: z.ZodType<Params>;
  /** The same question as the page asks. */
  readonly query: z.ZodType<Query>;
  /** Refuses as the view does: a file never shows more than its page. */
  readonly read: (deps: Deps, actor: PersonActor, params: Params, query: Query) => Promise<Table>;
}

/** Ties the types of an export together. */
export function tableExport<Params, Query>(definition: Export<Params, Query>): Export<Params, Query> {
  return definition;
}
