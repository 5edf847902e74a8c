/** The only place for what every operation of the API shares: its parts, reading of its input, pages, instants. */
import * as z from "zod";
import { ApiError } from "../api-error.ts";
import type { EngineClock, EngineRandom } from "../clock.ts";
import type { Runner } from "../runner.ts";
import type { ExecutionStore } from "../store/execution-store.ts";
import type { MachineStore } from "../store/machine-store.ts";

export interface ApiParts {
  readonly store: ExecutionStore;
  readonly machines: MachineStore;
  readonly runner: Runner;
  readonly clock: EngineClock;
  readonly random: EngineRandom;
}

/** @throws ApiError ValidationException naming what is wrong; members the engine has no use for are dropped. */
export function read<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input ?? {});
  if (result.success) return result.data;
  const what = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
  throw new ApiError("ValidationException", what);
}

/** The API says instants as seconds since 1970 UTC, with fraction. */
export function seconds(milliseconds: number): number {
  return milliseconds / 1000;
}

export const pageInput = {
  maxResults: z.int().min(0).max(1000).optional(),
  nextToken: z.string().max(1024).optional(),
};

const DEFAULT_PAGE = 100;

export function pageSize(maxResults: number | undefined): number {
  return maxResults || DEFAULT_PAGE;
}

export function pageToken(position: number): string {
  return Buffer.from(`p${position}`).toString("base64url");
}

/** @throws ApiError InvalidToken */
export function pagePosition(token: string | undefined, first: number): number {
  if (token === undefined) return first;
  const position = /^p(\d{1,15})$/.exec(Buffer.from(token, "base64url").toString("latin1"))?.[1];
  if (position === undefined) throw new ApiError("InvalidToken", "the nextToken is not one of this service");
  return Number(position);
}
