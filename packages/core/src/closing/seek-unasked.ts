/** Money asked back and accounts named before either was anybody's task: each call is gone through once, and finance is asked like for all others. */
import type { Call } from "../call/call.ts";
import { commitPatiently } from "../kernel/commit.ts";
import type { CaseId } from "../kernel/id.ts";
import { changesOf, momentOf, perform } from "../kernel/perform.ts";
import { organisationOf } from "../organisation/family.ts";
import type { AccountChange } from "../payment/account-change.ts";
import { askWaitingAccount } from "../payment/ask-waiting-account.ts";
import type { Deps } from "../port/deps.ts";
import { lookWhenDue } from "../recovery/chase-recovery.ts";
import { owedOf, type Recovery } from "../recovery/recovery.ts";
import { payeeOf } from "../voucher/use-facts.ts";

const perCommit = 40;

/** After `seekEnded`. Interrupted, it goes through that call again: looks do no harm twice, and an account is asked for once. @returns what it found */
export async function seekUnasked(deps: Deps): Promise<number> {
  const [calls, sought] = await Promise.all([deps.store.list("call", {}), deps.store.list("endedSought", {})]);
  const byId = new Map(calls.map((call) => [call.callId, call]));
  let found = 0;
  for (const mark of sought.filter(({ unaskedAt }) => unaskedAt === undefined)) {
    const call = byId.get(mark.callId);
    const rows = call === undefined ? [] : await deps.store.list("row", { parkId: call.leadPark, callId: call.callId });
    for (let from = 0; call !== undefined && from < rows.length; from += perCommit) {
      const caseIds = rows.slice(from, from + perCommit).map(({ caseId }) => caseId);
      found += (await lookAtOwed(deps, caseIds)) + (await askAccounts(deps, call, caseIds));
    }
    await deps.store.commit([{ op: "put", name: "endedSought", value: { ...mark, unaskedAt: deps.clock.now() } }]);
  }
  return found;
}

async function lookAtOwed(deps: Deps, caseIds: readonly CaseId[]): Promise<number> {
  const all = await Promise.all(caseIds.map((caseId) => deps.store.list("recovery", { caseId })));
  const owed = all.flat().filter((one: Recovery) => owedOf(one) > 0 && one.chasedAt === undefined);
  if (owed.length === 0) return 0;
  const moment = momentOf(deps, deps.ids.ulid(), await deps.network.current());
  const effects = owed.map((one) => {
    const look = lookWhenDue(one, moment.network);
    return look.dueAt === undefined || look.dueAt < moment.now ? { ...look, dueAt: moment.now } : look;
  });
  for (let from = 0; from < effects.length; from += perCommit) {
    const some = { changes: [], effects: effects.slice(from, from + perCommit), result: undefined };
    await commitPatiently(deps, changesOf(some, "recovery.seek", "system:sweep", moment));
  }
  return owed.length;
}

async function askAccounts(deps: Deps, call: Call, caseIds: readonly CaseId[]): Promise<number> {
  let asked = 0;
  for (const caseId of caseIds) {
    const voucher = await deps.store.get("voucher", { caseId });
    const payee = voucher === undefined ? undefined : await organisationOf(deps.store, payeeOf(call, voucher));
    if (payee === undefined) continue;
    const { organisationId } = payee;
    const change = await deps.store.get("accountChange", { organisationId });
    if (change?.status !== "proposed" || change.caseId !== undefined || !(await wasNamedOn(deps, caseId, change)))
      continue;
    const key = `account-asked:${organisationId}:${change.proposedAt}`;
    const sweep = { kind: "system", name: "sweep" } as const;
    const { outcome } = await perform(deps, sweep, key, askWaitingAccount, { caseId, organisationId });
    if (outcome === "asked") asked++;
  }
  return asked;
}

/** A payee of several cases named it on one of them; that one's record says so. */
async function wasNamedOn({ store }: Deps, caseId: CaseId, change: AccountChange): Promise<boolean> {
  const events = await store.list("event", { stream: caseId });
  return events.some(({ type, at }) => type === "account.proposed" && at === change.proposedAt);
}
