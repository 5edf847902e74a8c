/** The people of a story, signed in with a click instead of by mail. */
import { demoPeople } from "@multihelix/local/seed/seed-steps.ts";
import type { Client } from "../scenario/client.ts";
import { demoSetting } from "../scenario/people.ts";
import { createStory, type Story } from "../scenario/story.ts";
import type { Opened } from "./product.ts";

/** A story in this product's time. `through` stands between people and product. */
export function clickedStory(opened: Opened, through = (client: Client): Client => client): Story {
  const enter = async (email: string) => through(await opened.as(personaOf(email)));
  const now = () => Date.parse(opened.clock.now());
  const cast = { clients: new Map(), authenticators: new Map(), enter };
  return createStory(opened.world, () => undefined, cast, { ...demoSetting, now });
}

export function personaOf(email: string): string {
  const found = demoPeople.find((one) => one.email === email);
  if (found === undefined) throw new Error(`nobody has the address ${email}`);
  return found.persona;
}
