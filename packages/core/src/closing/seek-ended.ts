/** Cases that ended before ended cases were closed: each call is gone through once, and they are looked at like all others. */
import { commitPatiently } from "../kernel/commit.ts";
import type { Instant } from "../kernel/instant.ts";
import { changesOf, momentOf } from "../kernel/perform.ts";
import type { Deps } from "../port/deps.ts";
import type { Row } from "../row/row.ts";
import { firstLookAt, isEnded } from "./ended.ts";
import { lookAt } from "./look.ts";

const perCommit = 40;

/** One query per call that was never gone through. Interrupted, it goes through that call again: a second look does no harm. */
export async function seekEnded(deps: Deps): Promise<number> {
  const [calls, sought] = await Promise.all([deps.store.list("call", {}), deps.store.list("endedSought", {})]);
  const known = new Set(sought.map(({ callId }) => callId));
  let found = 0;
  for (const { callId, leadPark: parkId } of calls.filter((call) => !known.has(call.callId))) {
    const rows = await deps.store.list("row", { parkId, callId });
    const ended = rows.filter((row) => isEnded(row) && row.closedAt === undefined);
    for (let from = 0; from < ended.length; from += perCommit)
      await schedule(deps, ended.slice(from, from + perCommit));
    await deps.store.commit([{ op: "put", name: "endedSought", value: { callId, at: deps.clock.now(), version: 0 } }]);
    found += ended.length;
  }
  return found;
}

async function schedule(deps: Deps, rows: readonly Row[]): Promise<void> {
  const moment = momentOf(deps, deps.ids.ulid(), await deps.network.current());
  const notBefore = (at: Instant) => (at < moment.now ? moment.now : at);
  const effects = rows.map(({ caseId, since }) =>
    lookAt({ caseId, statusSince: since }, notBefore(firstLookAt(since))),
  );
  await commitPatiently(
    deps,
    changesOf({ changes: [], effects, result: undefined }, "case.seek", "system:sweep", moment),
  );
}
