/** Whether the reviewers of now would suffice for a call that is to come, as staff of its lead park are told: figures and needs, and of ties their number alone. */
import type { Call } from "../call/call.ts";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CallId } from "../kernel/id.ts";
import { type Instant, toZonedDateString } from "../kernel/instant.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import { seatsFor } from "../review/planning.ts";
import { type Candidate, readCandidates } from "../review/pool.ts";
import { expectedFor, readBefore, readEarlier } from "../review/simulation/expect.ts";
import { type Ground, groundOf } from "../review/simulation/ground.ts";
import { assumedFor, type ByHand, type Mix, sharesOf, type Weight } from "../review/simulation/imagine.ts";
import { type Simulation, simulating } from "../review/simulation/simulate.ts";
import { readOpenWork } from "../review/work.ts";
import { requireCallOf } from "./call-desk.ts";
import { stateAt } from "./call-view.ts";
import { namesOfIds } from "./names.ts";
import type { PoolSimulation, SimulationQuery } from "./pool-simulation-schema.ts";

const before: readonly Call["state"][] = ["draft", "scheduled", "open"];

/**
 * Nothing is stored. The same address and the same facts give the same answer. It stands on earlier cases of the call's lead
 * park alone, and of these on those that the reader may know: a mix of the whole network would tell of others' cases.
 * @throws not_found `call.not-found`; forbidden `actor.role-needed`; conflict `call.wrong-state` once it is closed
 */
export async function readPoolSimulation(
  deps: Deps,
  actor: PersonActor,
  callId: CallId,
  query: SimulationQuery,
): Promise<PoolSimulation> {
  const call = await requireCallOf(deps, actor, callId);
  const now = deps.clock.now();
  requireReader(actor, call, now);
  const state = stateAt(call, now);
  if (!before.includes(state)) throw new DomainError("conflict", "call.wrong-state", { state, wanted: "scheduled" });
  const network = await deps.network.current();
  const [candidates, past, budget] = await Promise.all([
    readCandidates(deps.store, undefined),
    readBefore(deps.store, call, now),
    Promise.all(
      call.payers
        .filter(({ parkId }) => parkId === call.leadPark)
        .map(({ ledger }) => deps.store.get("budget", { ledger })),
    ),
  ]);
  const earlier = await readEarlier(deps.store, call, past);
  const ground = await readGround(deps, call, network, candidates, now);
  const mix: Mix = { earlier, byHand: byHandOf(query, call, network), assumed: assumedFor(call, network) };
  const { applications, ...from } =
    query.applications === undefined
      ? expectedFor(call, past, budget[0]?.available ?? 0)
      : { applications: query.applications, from: "asked" as const };
  const draws = drawsFor(applications, ground.pool.experts.length);
  const asked = { applications, seed: query.seed, draws, parks: network.parks.map(({ id }) => id) };
  const found = await inPieces(deps, simulating(ground, mix, asked));
  return {
    call: {
      callId: call.callId,
      code: call.code,
      title: call.title,
      mode: call.mode,
      currency: call.currency,
      maximumAward: call.maximumAward,
    },
    callLanguages: [...call.languages],
    state,
    asked: { applications, ...from, seed: query.seed, draws },
    mix: mixOf(mix, call),
    experts: ground.pool.experts.length,
    ...toldOf(found, ground),
    reviewers: await reviewersOf(deps, ground, found),
  };
}

/** Who may read the load of reviewers, of the park that plans the reviews. */
function requireReader(actor: PersonActor, { leadPark }: Call, now: Instant): void {
  const reads =
    (["manager", "auditor"] as const).some((role) => holdsRole(actor, role, leadPark, now)) ||
    holdsRole(actor, "secretary", undefined, now);
  if (!reads) throw new DomainError("forbidden", "actor.role-needed", { role: "manager", parkId: leadPark });
}

async function readGround(
  deps: Deps,
  call: Call,
  network: NetworkFile,
  candidates: readonly Candidate[],
  now: Instant,
): Promise<Ground> {
  const start = call.opens > now ? call.opens : now;
  const there = candidates.filter(({ until }) => until === undefined || start < until);
  const work = await readOpenWork(
    deps.store,
    there.map(({ personId }) => personId),
  );
  const pool = { experts: there.filter(({ lay }) => lay !== true), lay: there.filter(({ lay }) => lay === true), work };
  const days = Math.max(1, (Date.parse(call.closes) - Date.parse(start)) / 86_400_000);
  return groundOf(call, pool, toZonedDateString(start, parkOf(network, call.leadPark).zone), days);
}

/** Twenty draws, fewer of what is large, so that nobody waits for long: some two seconds at most. */
function drawsFor(applications: number, experts: number): number {
  return Math.min(20, Math.max(5, Math.floor(1_600 / (applications * (1 + experts / 60)))));
}

async function inPieces(deps: Pick<Deps, "clock">, run: Generator<void, Simulation>): Promise<Simulation> {
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) return step.value;
    // Others who ask the same process are answered in between.
    await deps.clock.sleep(0);
  }
}

function byHandOf(
  { languages, homes, providers, amount }: SimulationQuery,
  call: Call,
  { parks }: NetworkFile,
): ByHand {
  const known = (weights: readonly Weight[] | undefined, ids: readonly string[]) => {
    const some = weights?.filter(({ id, weight }) => weight > 0 && ids.includes(id)) ?? [];
    return some.length > 0 ? some : undefined;
  };
  const ids = parks.map(({ id }) => id);
  return {
    languages: known(languages, call.languages),
    homes: known(homes, ids),
    providers: known(providers, ids),
    amount,
  };
}

function mixOf(mix: Mix, call: Call): PoolSimulation["mix"] {
  const { earlier, byHand, assumed } = mix;
  const amount = byHand.amount ?? (earlier.length === 0 ? assumed.amount : undefined);
  return {
    earlier: earlier.length,
    ...sharesOf(mix, call),
    ...(amount === undefined ? {} : { amount }),
    byHand: (["languages", "homes", "providers", "amount"] as const).filter((part) => byHand[part] !== undefined),
  };
}

function toldOf({ loads: _loads, draws: _draws, lay, ...found }: Simulation, { pool }: Ground) {
  const { shortages, languages, fields, conflicts, binding, ...figures } = found;
  return {
    ...figures,
    shortages: shortages.map((one) => ({ ...one, parks: [...one.parks] })),
    languages: [...languages],
    fields: [...fields],
    conflicts: [...conflicts],
    ...(binding === undefined ? {} : { binding }),
    ...(lay === undefined ? {} : { lay: { people: pool.lay.length, ...lay } }),
  };
}

/** Who would have most to do comes first. */
async function reviewersOf(
  deps: Deps,
  { pool, first }: Ground,
  { loads }: Simulation,
): Promise<PoolSimulation["reviewers"]> {
  const seats = seatsFor(pool.experts, pool.work, new Set(), first);
  const names = await namesOfIds(
    deps.store,
    pool.experts.map(({ personId }) => personId),
  );
  const none = { usual: 0, most: 0 };
  return pool.experts
    .map(({ personId, profile }, at) => {
      const barred = seats[at]?.barred;
      return {
        personId,
        name: names[personId] ?? "",
        ...(profile.parkId === undefined ? {} : { parkId: profile.parkId }),
        languages: [...profile.languages],
        capacity: profile.capacity,
        open: pool.work.filter((one) => one.personId === personId).length,
        ...(barred === undefined ? {} : { barred }),
        reviews: loads[at]?.reviews ?? none,
        atOnce: loads[at]?.atOnce ?? none,
      };
    })
    .sort((a, b) => b.reviews.usual - a.reviews.usual || a.name.localeCompare(b.name));
}
