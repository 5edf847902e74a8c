/** The one way to change anything: look up the key, read, decide, commit once; retried when another was faster. */

import { looksAfter } from "../closing/look.ts";
import { type Effect, type EffectDraft, effectBodySchema } from "../effect/effect.ts";
import type { Statement } from "../event/event.ts";
import { changesOfPosting } from "../ledger/post.ts";
import { standApart } from "../person/stand-apart.ts";
import type { Deps } from "../port/deps.ts";
import type { Change } from "../port/store.ts";
import { type Actor, actorRef } from "./actor.ts";
import { canonicalJson } from "./canonical-json.ts";
import { commitPatiently } from "./commit.ts";
import { DomainError } from "./error.ts";
import { type Id, ulidAfter } from "./id.ts";
import { addDays, toEpochSeconds } from "./instant.ts";
import type { Decision, Moment, Verb } from "./verb.ts";
import { wholeOf } from "./whole-store.ts";

const attemptsMost = 5;
const keyKeptDays = 30;

/**
 * Do `verb` once under `key`. The same key with the same input gives the stored result, with another input
 * `conflict idempotency.other-input`. A decision whose facts changed under it is read and decided again, at most five
 * times with jitter; then `unavailable perform.contention`. A reply lost after the write was applied is found by its key.
 */
export async function perform<I, F, R>(
  deps: Deps,
  actor: Actor,
  key: string,
  verb: Verb<I, F, R>,
  rawInput: unknown,
): Promise<R> {
  const parsed = verb.input.safeParse(rawInput);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
    throw new DomainError("invalid", "input.invalid", { problems });
  }
  const input = parsed.data;
  const who = actorRef(actor);
  // What somebody may not read still counts: their own view of the cases is for pages, never for rules.
  const store = wholeOf(deps.store);
  const inputHash = deps.digest(canonicalJson([verb.name, input]));
  const base = deps.ids.ulid();
  const recall = async (): Promise<{ result: R } | undefined> => {
    const known = await deps.store.get("idempotency", { actor: who, key });
    if (known === undefined) return undefined;
    if (known.inputHash !== inputHash)
      throw new DomainError("conflict", "idempotency.other-input", { verb: known.verb });
    return { result: known.result as R };
  };
  let fault: unknown = new DomainError("unavailable", "perform.contention", {
    verb: verb.name,
    attempts: attemptsMost,
  });
  for (let attempt = 1; attempt <= attemptsMost; attempt++) {
    if (attempt > 1) await deps.clock.sleep(Math.ceil(deps.random.next() * 10 * 2 ** (attempt - 1)));
    const known = await recall();
    if (known !== undefined) return known.result;
    const facts = await verb.read(store, input, actor);
    const moment = momentOf(deps, base, await deps.network.current());
    let decision: Decision<R>;
    try {
      decision = verb.decide(facts, actor, input, moment);
    } catch (refusal) {
      // The same act, delivered twice or still on its way when its reply was lost, may be what made the facts refuse it.
      const meanwhile = refusal instanceof DomainError ? await recall() : undefined;
      if (meanwhile !== undefined) return meanwhile.result;
      throw refusal;
    }
    const apart = { now: moment.now, recuses: verb.recuses === true };
    const statement = await standApart(store, actor, input, decision, apart);
    const changes = changesOf(decision, verb.name, who, moment, statement);
    const { result } = decision;
    const expires = toEpochSeconds(addDays(moment.now, keyKeptDays));
    const memory = { actor: who, key, verb: verb.name, inputHash, result, expires, version: 0 };
    changes.push({ op: "create", name: "idempotency", value: memory });
    const outcome = await commitPatiently(deps, changes).catch((error: unknown) => {
      if (!(error instanceof DomainError) || error.kind !== "unavailable") throw error;
      fault = error;
    });
    // What became of it is not known, but if it stands, its effects are due.
    if (outcome === undefined || outcome.ok) deps.wake();
    if (outcome?.ok) return result;
  }
  const known = await recall();
  if (known !== undefined) return known.result;
  throw fault;
}

/** What a decision may know besides facts, actor and input. @param base a ULID that the ids it makes count on from. */
export function momentOf(deps: Pick<Deps, "clock" | "digest">, base: string, network: Moment["network"]): Moment {
  let made = 0;
  return {
    now: deps.clock.now(),
    network,
    newId: <P extends string>(prefix: P): Id<P> => `${prefix}_${ulidAfter(base, made++)}`,
    digest: deps.digest,
  };
}

/** All changes that a decision means: its own, its postings with their guards, its events with the effect that seals them, its effects. */
export function changesOf(
  decision: Decision<unknown>,
  verb: string,
  actor: string,
  moment: Moment,
  statement?: Statement,
): Change[] {
  const changes: Change[] = [...decision.changes];
  for (const draft of decision.postings ?? [])
    changes.push(...changesOfPosting(draft, moment.newId("pst"), moment.now, verb, actor));
  for (const draft of decision.events ?? []) {
    changes.push({
      op: "create",
      name: "event",
      value: {
        ...draft,
        facts: draft.facts ?? {},
        ...(statement === undefined ? {} : { statement }),
        eventId: moment.newId("evt"),
        at: moment.now,
        actor,
        verb,
        version: 0,
      },
    });
  }
  for (const stream of new Set((decision.events ?? []).map((draft) => draft.stream))) {
    changes.push(changeOfEffect({ body: { kind: "tidy", stream } }, moment));
  }
  const looks = looksAfter(decision.events ?? [], moment.now);
  for (const draft of [...(decision.effects ?? []), ...looks]) changes.push(changeOfEffect(draft, moment));
  return changes;
}

function changeOfEffect(draft: EffectDraft, moment: Moment): Change {
  const value: Effect = {
    effectId: moment.newId("eff"),
    body: effectBodySchema.parse(draft.body),
    createdAt: moment.now,
    dueAt: draft.dueAt ?? moment.now,
    attempts: 0,
    version: 0,
  };
  return { op: "create", name: "effect", value };
}
