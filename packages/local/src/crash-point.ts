/** The only place where a demonstration kills itself on purpose, at a named point, so that tests can prove what a crash leaves behind. */
import { writeSync } from "node:fs";
import { unclaimed } from "@multihelix/core/effect/driver.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import type { EntityName, KeyOf, ValueOf } from "@multihelix/core/port/entity.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import { StartError } from "./start-error.ts";

const moments = ["before-commit", "after-commit", "claimed", "done", "marked"] as const;
type CrashMoment = (typeof moments)[number];

/** `decision.propose:before-commit`; `send-letter:done`: handed to the world, not yet marked. */
export interface CrashPoint {
  /** Name of a verb, or kind of an effect. */
  readonly subject: string;
  readonly moment: CrashMoment;
}

/** @throws StartError for a point that does not exist. */
export function crashPointOf(text: string): CrashPoint {
  const [subject = "", moment] = text.split(":");
  const known = moments.find((one) => one === moment);
  if (subject === "" || known === undefined)
    throw new StartError(`"${text}" is no crash point: write VERB-OR-EFFECT:MOMENT, one of ${moments.join(", ")}.`, 2);
  return { subject, moment: known };
}

/** @param unmarked letters that were sent and not yet marked as sent: these come twice. */
export type Die = (point: CrashPoint, unmarked: readonly string[]) => void;

/** The same ports; the first time that `point` is reached, the process ends as if its power was cut. */
export function withCrashPoint(deps: Deps, point: CrashPoint, die: Die = killMyself): Deps {
  const kinds = new Map<string, string>();
  const unmarked = new Set<string>();
  const reach = (subject: string | undefined, moment: CrashMoment) => {
    if (subject === point.subject && moment === point.moment) die(point, [...unmarked]);
  };
  return {
    ...deps,
    store: {
      ...deps.store,
      async get<N extends EntityName>(name: N, key: KeyOf<N>): Promise<ValueOf<N> | undefined> {
        const value = await deps.store.get(name, key);
        if (name === "effect" && value !== undefined) {
          const { effectId, body } = value as ValueOf<"effect">;
          kinds.set(effectId, body.kind);
          // Nothing is written when such an effect is taken up: reading it is the claim.
          if (unclaimed.has(body.kind)) reach(body.kind, "claimed");
        }
        return value;
      },
      async commit(changes) {
        const verb = verbOf(changes);
        reach(verb, "before-commit");
        const outcome = await deps.store.commit(changes);
        if (!outcome.ok) return outcome;
        reach(verb, "after-commit");
        for (const change of changes) {
          if (change.op === "patch" && change.name === "letter") unmarked.delete(change.key.letterId);
          if (change.name !== "effect") continue;
          if (change.op === "patch" && change.set.attempts !== undefined && change.set.lastError === undefined)
            reach(kinds.get(change.key.effectId), "claimed");
          if (change.op === "remove") reach(kinds.get(change.key.effectId), "marked");
        }
        return outcome;
      },
    },
    mailer: {
      async send(mail) {
        const outcome = await deps.mailer.send(mail);
        unmarked.add(mail.id);
        reach("send-letter", "done");
        return outcome;
      },
    },
    workflow: {
      ...deps.workflow,
      async start(...execution) {
        const outcome = await deps.workflow.start(...execution);
        reach("start-execution", "done");
        return outcome;
      },
      async resolve(...answer) {
        const outcome = await deps.workflow.resolve(...answer);
        reach("resolve-task", "done");
        return outcome;
      },
    },
  };
}

/** Every act remembers its verb with its key. */
function verbOf(changes: readonly Change[]): string | undefined {
  const memory = changes.find((change) => change.op === "create" && change.name === "idempotency");
  return memory?.op === "create" && memory.name === "idempotency" ? memory.value.verb : undefined;
}

function killMyself({ subject, moment }: CrashPoint, unmarked: readonly string[]): void {
  writeSync(2, `${JSON.stringify({ event: "crash-point", at: `${subject}:${moment}`, unmarked })}\n`);
  process.kill(process.pid, "SIGKILL");
}
