/** What the past says about the applications of a call that is not open yet: how many, and what they were like. */
import type { Call } from "../../call/call.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Reader } from "../../port/store.ts";
import type { Row } from "../../row/row.ts";
import { readCase } from "../pool.ts";
import { type Earlier, earlierLeast } from "./imagine.ts";

export interface Expected {
  readonly applications: number;
  /** `last-call`: as many as that one got. `budget`: as many as its money can give the largest award. `assumed`: nobody can tell. */
  readonly from: "last-call" | "budget" | "assumed";
  /** Code of the last call. */
  readonly code?: string;
}

/** So many applications can be simulated, and so many are assumed where nothing is known. */
export const applicationsMost = 200;
const applicationsAssumed = 20;
/** The latest cases are read, which is enough to draw from. */
const earlierMost = 30;

interface Before {
  readonly call: Call;
  readonly rows: readonly Row[];
}

/** Calls before this one in which its lead park pays, the latest first, with the cases that the reader may know. */
export async function readBefore(reader: Reader, call: Call, now: Instant): Promise<Before[]> {
  const { leadPark } = call;
  const calls = (await reader.list("call", {})).filter(
    (other) =>
      other.callId !== call.callId &&
      other.state !== "draft" &&
      other.opens <= now &&
      other.payers.some(({ parkId }) => parkId === leadPark),
  );
  const rows = await Promise.all(calls.map(({ callId }) => reader.list("row", { parkId: leadPark, callId })));
  return calls
    .map((other, at) => ({
      call: other,
      rows: (rows[at] ?? []).filter(({ submittedAt }) => submittedAt !== undefined),
    }))
    .sort((a, b) => (a.call.opens > b.call.opens ? -1 : 1));
}

/** None where they are too few to draw from. */
export async function readEarlier(reader: Reader, call: Call, before: readonly Before[]): Promise<Earlier[]> {
  const latest = before
    .flatMap(({ rows }) => rows)
    .sort((a, b) => ((a.submittedAt ?? "") > (b.submittedAt ?? "") ? -1 : 1))
    .slice(0, earlierMost);
  if (latest.length < earlierLeast) return [];
  const cases = await Promise.all(latest.map(({ caseId }) => readCase(reader, caseId, undefined)));
  return cases.flatMap(({ one, on }): Earlier[] => {
    if (one === undefined || on === undefined) return [];
    const { requested } = one;
    return [{ on, amount: requested?.currency === call.currency ? requested.amount : undefined }];
  });
}

/** @param available of the lead park, in minor units of its currency. */
export function expectedFor(call: Call, before: readonly Before[], available: number): Expected {
  const programme = programmeOf(call);
  const own = before.filter((one) => one.call.leadPark === call.leadPark && programmeOf(one.call) === programme);
  const last = own.find(({ rows }) => rows.length > 0);
  if (last !== undefined)
    return { applications: Math.min(applicationsMost, last.rows.length), from: "last-call", code: last.call.code };
  const share = call.payers.find(({ parkId }) => parkId === call.leadPark)?.sharePercent ?? 0;
  const each = (call.maximumAward * share) / 100;
  if (available <= 0 || each <= 0) return { applications: applicationsAssumed, from: "assumed" };
  return { applications: Math.min(applicationsMost, Math.ceil(available / each)), from: "budget" };
}

/** `LIM-V` of `LIM-V26`: what comes back year after year. */
function programmeOf({ code }: Pick<Call, "code">): string {
  return code.replace(/\d{2}[A-Z]?$/, "");
}
