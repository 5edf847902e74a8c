/** The demonstration as somebody finds it who opens it for the first time: people, calls and half a year of cases. */
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import { addDays } from "@multihelix/core/kernel/instant.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { type Decision, verb } from "@multihelix/core/kernel/verb.ts";
import * as z from "zod";
import { seedDemo, seedNetwork } from "./seed-demo.ts";
import { toldCases } from "./told/cases.ts";
import { type Stage, tellCases, worldBegan } from "./told/tell.ts";
import { tellCalls } from "./told/told-calls.ts";
import { tellEnquiries } from "./told/told-enquiries.ts";

const stream = "demonstration";

/** Remembered for good, so that a telling that was interrupted goes on and a finished one is never begun again. */
const markDemonstration = verb({
  name: "demonstration.mark",
  input: z.object({ state: z.enum(["begun", "told"]) }),
  read: async () => undefined,
  decide: (_facts, _actor, { state }): Decision<{ state: string }> => ({
    changes: [],
    events: [{ stream, type: `demonstration.${state}` }],
    result: { state },
  }),
});

/**
 * Seeds an empty installation and tells its cases up to now; an installation that was in use before is left as it is.
 * A case that cannot be told stops where it stands and is logged; the others go on.
 */
export async function seedWorld(stage: Stage): Promise<void> {
  const { deps, clock } = stage;
  const [network, marks] = await Promise.all([
    deps.store.get("network", { id: "current" }),
    deps.store.list("event", { stream }),
  ]);
  const begun = network === undefined || marks.length > 0;
  if (!begun || marks.some(({ type }) => type === "demonstration.told")) return void (await seedDemo(deps));
  const today = clock.now();
  let ahead = 0;
  const move = (milliseconds: number) => {
    ahead += milliseconds;
    clock.move(milliseconds);
  };
  try {
    move(Date.parse(addDays(today, -worldBegan)) - Date.parse(today));
    if (network === undefined) await seedNetwork(deps);
    await mark("begun");
    await seedDemo(deps);
    await tellCalls(deps, today);
    for (const { key, error } of await tellCases({ ...stage, clock: { ...clock, move } }, toldCases, today))
      deps.log.error("demonstration.case-not-told", { key, code: isDomainError(error) ? error.code : "fault" }, error);
    await tellEnquiries(deps, { ...clock, move }, today);
    await mark("told");
  } finally {
    clock.move(-ahead);
  }

  function mark(state: "begun" | "told") {
    return perform(deps, { kind: "system", name: "seed" }, `demonstration:${state}`, markDemonstration, { state });
  }
}
