// The process that kill.test.ts kills: an engine with its port; the function `ask` prints its token, `work` takes a moment.
import { setTimeout as delay } from "node:timers/promises";
import { createEngine } from "@multihelix/engine/engine.ts";
import { serveEngine } from "@multihelix/engine/server.ts";

const [databasePath = ""] = process.argv.slice(2);

const engine = createEngine({
  databasePath,
  log: { warn: say, error: say },
  invoke: async (name, payload) => {
    await delay(Math.random() * 10);
    if (name === "ask") say("asked", payload as Record<string, unknown>);
    await delay(Math.random() * 10);
    return payload;
  },
});
await engine.start();
const { url } = await serveEngine(engine);
say("listening", { url });

function say(event: string, facts: Record<string, unknown> = {}): void {
  process.stdout.write(`${JSON.stringify({ event, ...facts })}\n`);
}
