/** Brings a fresh deployment to where the demonstration starts: network and people by the operator's command, calls by their people over HTTP. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { demoPeople, demoPeopleFile, type SeedStep, seedSteps } from "@multihelix/local/seed/seed-steps.ts";
import { runToEnd } from "../fixture/child-group.ts";
import { expectStatus, type Story } from "../scenario/story.ts";
import type { Deployment } from "./deployment.ts";
import { type Emulator, root } from "./emulator.ts";

/** `multihelix network apply FILE --people FILE --table NAME`, as an operator with AWS credentials runs it. */
export async function applyNetwork(emulator: Emulator, { table }: Deployment): Promise<void> {
  const people = join(emulator.folder, "people.json");
  writeFileSync(people, JSON.stringify(demoPeopleFile()));
  const command = ["node", "packages/local/src/main.ts", "network", "apply", "packages/core/data/network/demo.json"];
  const options = ["--people", people, "--table", table, "--region", emulator.region];
  await runToEnd([...command, ...options], { cwd: root, env: emulator.env, timeoutMs: 60_000 });
}

/** Challenges, and draft, money and publication of every call, each by the person who does it in the demonstration. Returns how many acts. */
export async function openCalls(story: Story): Promise<number> {
  const acts = seedSteps().filter(({ actor }) => actor !== "seed");
  for (const act of acts) {
    const person = demoPeople.find(({ persona }) => persona === act.actor);
    if (person === undefined) throw new Error(`nobody is ${act.actor}`);
    const client = await story.as(person.email);
    const { path, body, status } = overHttp(act);
    expectStatus(await client.post(path, body, act.key.replaceAll(/[^\w:.-]/g, "-")), status);
  }
  return acts.length;
}

function overHttp({ verb, input }: SeedStep): { path: string; body: unknown; status: number } {
  if (verb === "call.create") return { path: "/api/calls", body: input, status: 201 };
  if (verb === "budget.set") return { path: "/api/budgets", body: input, status: 200 };
  if (verb === "challenge.pose") return { path: "/api/my/challenges", body: input, status: 201 };
  if (verb === "call.publish") {
    const { callId } = input as { callId: string };
    return { path: `/api/calls/${callId}/publication`, body: {}, status: 200 };
  }
  throw new Error(`nobody said how ${verb} is done over HTTP`);
}
