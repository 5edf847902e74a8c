/** Stories in which time passes: the clock is moved, and people come in anew. */
import { demoPeople } from "@multihelix/local/seed/seed-steps.ts";
import type { Client } from "./client.ts";
import type { Story } from "./story.ts";
import { until } from "./world.ts";

/** Whether the product's clock may be moved in this world. */
export function canWait({ world }: Story): boolean {
  return world.moveTo !== undefined && world.now !== undefined && world.enter !== undefined;
}

/** The story from that instant on, epoch milliseconds. */
export async function later(story: Story, at: number): Promise<Story> {
  await story.world.moveTo?.(new Date(at).toISOString());
  return cameInAnew(story);
}

/** The same people by the product's clock; whoever acts comes in when they first do. */
export function cameInAnew(story: Story): Story {
  const { enter, now } = story.world;
  if (enter === undefined || now === undefined) throw new Error("nobody can come in anew in this world");
  const clients = new Map<string, Promise<Client>>();
  const as = (email: string) => {
    const persona = demoPeople.find((one) => one.email === email)?.persona ?? "";
    const client = clients.get(email) ?? enter(persona);
    clients.set(email, client);
    return client;
  };
  return {
    ...story,
    now,
    as,
    caseUntil: async (email, caseId, what, fits) =>
      until(`${what} on ${caseId}`, async () => {
        const { status, body } = await (await as(email)).get(`/api/cases/${caseId}`);
        return status === 200 && fits(body) ? body : undefined;
      }),
  };
}
