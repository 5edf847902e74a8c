import { createMovableClock } from "@multihelix/adapters/system/clock.ts";
import { sweep } from "@multihelix/core/task/sweep.ts";
import { expect, test } from "vitest";
import { until } from "../scenario/world.ts";
import { demoParties, runningCase } from "./demo-cases.ts";
import { moveTo } from "./passing-time.ts";
import { openProduct, settled } from "./product.ts";

const hour = 3_600_000;

test("a clock that is set back between finding a deadline and acting on it delays silence and does not lose it", async () => {
  const clock = createMovableClock();
  let setBack = false;
  const opened = await openProduct({
    clock,
    // The sweep's first act finds the time-out; before its second, the operator sets the clock right.
    around: (deps) => ({
      ...deps,
      store: {
        ...deps.store,
        async commit(changes) {
          const outcome = await deps.store.commit(changes);
          const [first] = changes;
          const found = first?.op === "create" && first.name === "idempotency" && first.value.verb === "task.fall-due";
          if (found && setBack) {
            clock.move(-hour);
            setBack = false;
          }
          return outcome;
        },
      },
    }),
  });
  const { deps } = opened;
  const { caseId } = await runningCase(deps, await demoParties(deps), 0, { status: "deciding" });
  const taskOf = async (kind: string) => (await deps.store.list("task", { caseId })).find((task) => task.kind === kind);
  const read = () => taskOf("approve");
  await until("the proposal task", () => taskOf("propose"));
  const manager = await opened.as("limburg-manager");
  const amount = { amount: 200_000, currency: "EUR" };
  const proposal = { noInterest: true, kind: "award", amount, reasons: "Clear need." };
  expect(await manager.post(`/api/cases/${caseId}/proposal`, proposal)).toMatchObject({ status: 200 });
  const { timeOut = clock.now() } = await until("the approval task", read);
  // What comes before is done first, so that only the time-out is found.
  moveTo(opened, timeOut);
  clock.move(-2 * hour);
  await sweep(deps);
  setBack = true;
  moveTo(opened, timeOut);
  await sweep(deps);
  expect(setBack).toBe(false);
  expect((await read())?.status).toBe("open");
  clock.move(hour);
  await sweep(deps);
  await settled(opened);
  expect((await read())?.status).toBe("timed-out");
  expect((await deps.store.get("case", { caseId }))?.status).toBe("deciding");
});
