/** The people behind a role that holds a task: who is asked, and who stands in. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import type { Instant } from "../kernel/instant.ts";
import { isOutsider } from "../letter/recipient.ts";
import { readBars } from "../person/bar.ts";
import type { Reader } from "../port/store.ts";
import { type Asked, turnOf } from "../task/asked.ts";
import { type Holder, holderText, type Task } from "../task/task.ts";

export const holderPersonSchema = z.object({ name: z.string(), substitute: z.boolean() });
export type HolderPerson = z.infer<typeof holderPersonSchema>;

/** Per holder as `holderText` writes it; only roles have people to be looked up, without those whom a HARD interest keeps from the case. Substitutes come last. */
export async function readHolders(
  reader: Reader,
  tasks: readonly (Pick<Task, "holder"> & Asked)[],
  now: Instant,
  one: Pick<Case, "applicantId" | "providerId">,
): Promise<Map<string, HolderPerson[]>> {
  const roles = new Map(
    tasks.flatMap(({ holder }) => (holder.kind === "role" ? [[holderText(holder), holder] as const] : [])),
  );
  const found = await Promise.all(
    [...roles].map(async ([text, holder]) => [text, await peopleOf(reader, holder, now, one, tasks)] as const),
  );
  return new Map(found);
}

async function peopleOf(
  reader: Reader,
  holder: Holder & { kind: "role" },
  now: Instant,
  one: Pick<Case, "applicantId" | "providerId">,
  tasks: readonly (Pick<Task, "holder"> & Asked)[],
): Promise<HolderPerson[]> {
  const grants = (await reader.list("roleHolder", { role: holder.role, scope: holder.parkId })).filter(
    ({ until }) => until === undefined || now < until,
  );
  const apart = await Promise.all(
    grants.map(async ({ personId }) => {
      if (holder.apart !== true) return true;
      const held = await reader.list("grant", { personId });
      return isOutsider(held, personId, holder.parkId, now);
    }),
  );
  const people = await Promise.all(grants.map(({ personId }) => reader.get("person", { personId })));
  const bars = await readBars(reader, people, one);
  const turns = tasks.filter((task) => holderText(task.holder) === holderText(holder)).map((task) => turnOf(task, now));
  // Only where every task of the holder is asked of one person after the other.
  const turn = turns.every((one_) => one_ !== undefined) ? turns.flat() : undefined;
  const able = grants.flatMap(({ substitute, personId }, index) => {
    const [person, bar] = [people[index], bars[index]];
    const barred = bar !== undefined && now < bar;
    return person === undefined || person.disabled || barred || apart[index] !== true
      ? []
      : [{ name: person.name, substitute, inTurn: turn?.includes(personId) === true }];
  });
  const inTurn = able.filter((one_) => one_.inTurn);
  // Where nobody whose turn it is can act, the others are asked. A substitute whom the secretary named is asked alone; else
  // substitutes stand in beside whose turn it is.
  const named = inTurn.some(({ substitute }) => substitute);
  const asked = inTurn.length === 0 ? able : able.filter((one_) => one_.inTurn || (one_.substitute && !named));
  return asked
    .map(({ name, substitute }) => ({ name, substitute }))
    .sort((a, b) => Number(a.substitute) - Number(b.substitute) || a.name.localeCompare(b.name));
}

/** One name where one person is asked, else all who are; substitutes only where nobody else holds the role. */
export function askedOf(people: readonly HolderPerson[]): string[] {
  const regular = people.filter(({ substitute }) => !substitute);
  return (regular.length > 0 ? regular : people).map(({ name }) => name);
}
