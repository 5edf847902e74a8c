/** The route of a verb: ids from the path, the rest of its input from the body, its result as the answer. */
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Verb } from "@multihelix/core/kernel/verb.ts";
import type * as z from "zod";
import { type SignedRoute, signedRoute } from "./route.ts";

interface Act<Path extends string, I, F, R, K extends keyof I & string> {
  path: Path;
  summary: string;
  tag: string;
  verb: Verb<I, F, R>;
  /** Fields of the verb's input that the path names. */
  ids: readonly K[];
  result: z.ZodType<R>;
  /** 201 where something new has an address afterwards. */
  status?: 200 | 201;
  refuses?: readonly string[];
  /** Asks for a fresh second factor. */
  fresh?: true;
}

/** POST `path` performs `verb` once per Idempotency-Key. The body is the verb's input without the path's ids. */
export function act<const Path extends string, I extends object, F, R, const K extends keyof I & string>(
  definition: Act<Path, I, F, R, K>,
): SignedRoute<"post", Path, Pick<I, K>, undefined, Omit<I, K>, R> {
  const { verb, ids, path, summary, tag, result, status } = definition;
  const input = verb.input as unknown as z.ZodObject;
  const mask = Object.fromEntries(ids.map((id) => [id, true])) as Record<string, true>;
  const params = input.pick(mask as never) as unknown as z.ZodType<Pick<I, K>>;
  const body = input.omit(mask as never) as unknown as z.ZodType<Omit<I, K>>;
  return signedRoute({
    method: "post",
    path,
    summary,
    tag,
    params,
    body,
    result,
    ...(definition.refuses === undefined ? {} : { refuses: definition.refuses }),
    ...(definition.fresh === undefined ? {} : { fresh: definition.fresh }),
    handle: async ({ deps, params: named, body: rest, key }, { actor }) => ({
      body: await perform(deps, actor, key, verb, { ...rest, ...named }),
      ...(status === undefined ? {} : { status }),
    }),
  });
}
