/** Fills an empty installation with the demonstration; an interrupted seed is taken up where it stopped. */

import { sha256 } from "@multihelix/adapters/system/secrets.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { applyNetworkFile } from "@multihelix/core/network/apply-network.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import type { Persona } from "../demo.ts";
import { actorOf } from "./actor-of.ts";
import { demoCalls } from "./calls.ts";
import { demoPeople, demoPersonId, seedSteps } from "./seed-steps.ts";

const seed = { kind: "system", name: "seed" } as const;

/**
 * Network file, organisations, people, calls with their money. Nothing is done where the last call is published already,
 * and nothing to an installation that runs another network.
 */
export async function seedDemo(deps: Deps): Promise<"seeded" | "there" | "other-network"> {
  const network = demoNetwork();
  const current = await deps.store.get("network", { id: "current" });
  if (current !== undefined && current.file.name !== network.name) return "other-network";
  const calls = await Promise.all(
    demoCalls.map(({ call }) => deps.store.get("call", { callId: callIdOf(call.code, sha256) })),
  );
  const seeded = demoCalls.every(({ publisher }, at) => {
    const state = calls[at]?.state;
    return state !== undefined && (publisher === undefined || state !== "draft");
  });
  if (seeded) return "there";
  if (current === undefined) await seedNetwork(deps);
  for (const step of seedSteps()) {
    await step.perform(deps, step.actor === "seed" ? seed : await actorOf(deps, step.actor));
  }
  return "seeded";
}

/** The people who can be tried out, in the order of their list; those that were never provisioned are left out. */
export async function demoPersonas(deps: Deps): Promise<Persona[]> {
  const found = await Promise.all(
    demoPeople.map(({ persona }) => deps.store.get("person", { personId: demoPersonId(persona) })),
  );
  return demoPeople.flatMap(({ persona, part }, index): Persona[] => {
    const person = found[index];
    return person === undefined ? [] : [{ persona, personId: person.personId, name: person.name, part }];
  });
}

/** The network file of the demonstration, where none is in force. */
export async function seedNetwork(deps: Deps): Promise<void> {
  await applyNetworkFile(deps, seed, { ...demoNetwork() });
}
