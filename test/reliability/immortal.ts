/** A product that is started again each time it dies, with people who never notice more than a slow answer. */
import { setTimeout as delay } from "node:timers/promises";
import { createStory, newCast, type Story } from "../scenario/story.ts";
import type { World } from "../scenario/world.ts";
import { personaOf } from "./cast.ts";
import { type Ended, EndedEarly, type Running, startChild } from "./child.ts";
import { patientClient } from "./patient-client.ts";
import { enter } from "./product.ts";

export interface Immortal {
  readonly story: Story;
  /** Deaths so far, with what the dying one said. */
  readonly deaths: readonly Ended[];
  now(): Running;
  /** False between a death and the next life. */
  alive(): boolean;
  /** End it and do not start it again. */
  end(signal: NodeJS.Signals): Promise<Ended>;
}

/** @param crashAt gives the point at which the n-th life ends (from 0), if any. */
export async function startImmortal(
  dataDir: string,
  crashAt: (life: number) => string | undefined,
  port = 0,
): Promise<Immortal> {
  const deaths: Ended[] = [];
  let ending = false;
  const live = async (on: number): Promise<Running> => {
    for (;;) {
      const point = crashAt(deaths.length);
      try {
        return await startChild({ dataDir, port: on, ...(point === undefined ? {} : { crashAt: point }) });
      } catch (error) {
        // What was taken over at the start may lead straight to the next point.
        if (!(error instanceof EndedEarly) || error.ended.signal !== "SIGKILL") throw error;
        deaths.push(error.ended);
      }
    }
  };
  const first = await live(port);
  let current: Promise<Running> = Promise.resolve(first);
  let running = first;
  let alive = true;
  const watch = (one: Running) => {
    void one.ended.then((ended) => {
      deaths.push(ended);
      alive = false;
      if (ending) return;
      current = live(first.port).then((next) => {
        running = next;
        alive = true;
        watch(next);
        return next;
      });
    });
  };
  watch(first);
  const url = `http://127.0.0.1:${first.port}`;
  const origin = `http://localhost:${first.port}`;
  const again = async () => {
    // The process may have died a moment before we are told.
    await delay(50);
    await current;
  };
  const world: World = { name: "child", url, origin, mails: async () => [] };
  const enterPatiently = (email: string) =>
    enter(url, origin, personaOf(email), (client) => patientClient(client, { again }));
  return {
    story: createStory(world, () => undefined, { ...newCast(), enter: enterPatiently }),
    deaths,
    now: () => running,
    alive: () => alive,
    async end(signal) {
      ending = true;
      return (await current).kill(signal);
    },
  };
}
