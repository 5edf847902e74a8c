/** How a rate limit is told: RateLimit-Policy and RateLimit, as structured fields. */
import type { LimitState } from "@multihelix/core/sign-in/limit.ts";
import type { Context } from "hono";
import * as z from "zod";

const count = z.number().int().min(0);

/** The same out of the facts of a refusal. */
export const limitSchema = z.object({ most: count, windowSeconds: count, left: count, resetSeconds: count });

export function writeLimit(c: Context, { most, windowSeconds, left, resetSeconds }: LimitState): void {
  c.header("RateLimit-Policy", `"default";q=${most};w=${windowSeconds}`);
  c.header("RateLimit", `"default";r=${left};t=${resetSeconds}`);
}
