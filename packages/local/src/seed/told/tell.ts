/** Tells the cases of the demonstration in the order of their days, with the clock of the system set to each act's hour. */
import type { MovableClock } from "@multihelix/adapters/system/clock.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { addDays, type Instant, toInstant } from "@multihelix/core/kernel/instant.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { sweep } from "@multihelix/core/task/sweep.ts";
import { actorOf } from "../actor-of.ts";
import { demoCalls } from "../calls.ts";
import { demoPeople, demoPersonId } from "../seed-steps.ts";
import { toldCalls } from "./told-calls.ts";
import type { Act, Scene, ToldCase } from "./told-case.ts";

export interface Stage {
  readonly deps: Deps;
  readonly clock: MovableClock;
  /** Resolves when the workflow engine has nothing more to do by itself. */
  readonly idle: () => Promise<void>;
}

/** A case that could not go on. */
export interface Untold {
  readonly key: string;
  readonly act: number;
  readonly error: unknown;
}

export interface Scheduled {
  readonly at: Instant;
  readonly told: ToldCase;
  readonly act: Act;
  readonly nth: number;
}

const minute = 60_000;
const day = 86_400_000;

/** Days before today on which the told world begins: people, calls and money are there from then on. */
export const worldBegan = 150;

/**
 * Acts that were done before are recognised by their keys, so a telling that was interrupted goes on. `today` is when the
 * demonstration starts; nothing is told later than that. Gives the cases that could not go on, with the reason.
 */
export async function tellCases(stage: Stage, cases: readonly ToldCase[], today: Instant): Promise<Untold[]> {
  const ids = new Map<string, CaseId>();
  const untold = new Map<string, Untold>();
  const actor = castOf(stage.deps);
  for (const { at, told, act, nth } of schedule(cases, today)) {
    if (untold.has(told.key)) continue;
    await settle(stage);
    if (moveTo(stage.clock, at)) await catchUp(stage);
    try {
      await act.run(sceneOf(stage.deps, told, ids, nth, actor));
    } catch (error) {
      untold.set(told.key, { key: told.key, act: nth, error });
    }
  }
  await settle(stage);
  moveTo(stage.clock, today);
  await catchUp(stage);
  return [...untold.values()];
}

/**
 * Office hours of working days; what would fall after today's last hour falls into it. In the order of the days that the
 * cases name: what a weekend moves to Monday still comes before what the next day brings, whatever the hours.
 */
export function schedule(cases: readonly ToldCase[], today: Instant): Scheduled[] {
  const latest = Date.parse(today) - 30 * minute;
  return cases
    .flatMap((told, of) => {
      let before = 0;
      let since = 0;
      return told.acts.map((act, nth) => {
        const on = new Date(Date.parse(today) - (told.daysAgo - act.after) * day);
        on.setUTCHours(8 + ((of * 5 + nth * 3) % 8), (of * 13 + nth * 7) % 60, 0, 0);
        const free = [1, 0, 0, 0, 0, 0, 2][on.getUTCDay()] ?? 0;
        since = Math.max(on.getTime(), since + minute);
        before = Math.max(Math.min(on.getTime() + free * day, latest), before + minute);
        return { order: since, one: { at: toInstant(new Date(before).toISOString()), told, act, nth } };
      });
    })
    .sort((one, other) => one.order - other.order || one.one.nth - other.one.nth)
    .map(({ one }) => one);
}

/** Nobody's roles change while the cases are told: each persona is read once. */
function castOf(deps: Deps): Scene["actor"] {
  const cast = new Map<string, ReturnType<Scene["actor"]>>();
  return async (persona) => {
    const known = cast.get(persona) ?? actorOf(deps, persona);
    cast.set(persona, known);
    return { ...(await known), secondFactorAt: deps.clock.now() };
  };
}

function sceneOf(deps: Deps, told: ToldCase, ids: Map<string, CaseId>, nth: number, actor: Scene["actor"]): Scene {
  const call = [...demoCalls, ...toldCalls].find(({ call: { code } }) => code === told.call)?.call;
  if (call === undefined) throw new Error(`there is no call ${told.call}`);
  return {
    told,
    deps,
    park: call.leadPark,
    currency: call.currency,
    caseId() {
      const caseId = ids.get(told.key);
      if (caseId === undefined) throw new Error(`${told.key} was not started`);
      return caseId;
    },
    started: (caseId) => void ids.set(told.key, caseId),
    actor,
    perform: async (persona, verb, input, what = "") =>
      perform(deps, await actor(persona), `told:${told.key}:${nth}:${verb.name}:${what}`, verb, input),
    day: (offset) => addDays(deps.clock.now(), offset).slice(0, 10),
    now: () => deps.clock.now(),
    personaOf(personId) {
      const persona = demoPeople.find((one) => demoPersonId(one.persona) === personId)?.persona;
      if (persona === undefined) throw new Error(`${personId} is no persona`);
      return persona;
    },
  };
}

/** Deadlines that passed meanwhile, and what follows from them. */
async function catchUp(stage: Stage): Promise<void> {
  while ((await sweep(stage.deps)).more);
  await settle(stage);
}

/** Effects that are due and the workflow's own steps, until neither has more to do at this hour. */
async function settle({ deps, idle }: Stage): Promise<void> {
  for (let done = 1; done > 0; ) {
    ({ done } = await driveEffects(deps));
    await idle();
  }
}

/** Whether an hour or more has passed: deadlines may have. */
function moveTo(clock: MovableClock, at: Instant): boolean {
  const ahead = Date.parse(at) - Date.parse(clock.now());
  if (ahead > 0) clock.move(ahead);
  return ahead >= 60 * minute;
}
