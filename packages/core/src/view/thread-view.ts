/** The threads of a case that somebody is in, with what they have not read; of all others they learn nothing. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type CaseId, messageIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { parkOf } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import { type Message, type ThreadName, threadKey, threadNameSchema, unreadOf } from "../thread/message.ts";
import { isWritable, partIn, type ThreadFacts } from "../thread/thread-access.ts";
import { namesOfIds } from "./names.ts";

export const threadViewSchema = threadNameSchema.extend({
  /** Who the reader writes with: the park to others, the other side to the park; empty for notes. */
  withName: z.string(),
  mayWrite: z.boolean(),
  unread: z.number().int(),
  messages: z.array(
    z.object({
      messageId: messageIdSchema,
      text: z.string(),
      at: instantSchema,
      from: z.enum(["park", "other"]),
      /** Of the park's people, others see the park. */
      byName: z.string(),
      mine: z.boolean(),
    }),
  ),
});
export type ThreadView = z.infer<typeof threadViewSchema>;

/** @throws not_found `case.not-found` to who is in none. */
export async function readThreads(deps: Deps, actor: PersonActor, caseId: CaseId): Promise<ThreadView[]> {
  const { store } = deps;
  const [one, offer, slots, messages, network] = await Promise.all([
    store.get("case", { caseId }),
    store.get("offer", { caseId }),
    store.list("slot", { caseId }),
    store.list("message", { caseId }),
    deps.network.current(),
  ]);
  const facts: ThreadFacts = { one, offer, slots };
  const now = deps.clock.now();
  const mine = candidates(facts, actor).flatMap((name) => {
    const part = partIn(facts, actor, name, now);
    return part === undefined ? [] : [{ name, part }];
  });
  if (one === undefined || mine.length === 0) throw new DomainError("not_found", "case.not-found");
  const marks = await Promise.all(
    mine.map(({ name }) => store.get("readMark", { caseId, thread: threadKey(name), personId: actor.personId })),
  );
  const shown = mine.map(({ name }) => messages.filter(({ thread }) => thread === threadKey(name)));
  const inside = mine.some(({ part }) => part.from === "park");
  const names = await namesOfIds(store, [
    ...new Set([
      ...shown.flat().flatMap(({ by, from }) => (inside || from === "other" ? [by] : [])),
      ...mine.flatMap(({ name }) => (inside && name.reviewerId !== undefined ? [name.reviewerId] : [])),
    ]),
  ]);
  const parkName = (parkId: string) => parkOf(network, parkId).name;
  const otherName = ({ side, reviewerId }: ThreadName) =>
    ({
      applicant: one.applicantName,
      provider: one.providerName ?? "",
      reviewer: names[reviewerId ?? ""] ?? "",
      notes: "",
    })[side];
  const view = ({ messageId, text, at, from, by }: Message, parkId: string): ThreadView["messages"][number] => ({
    messageId,
    text,
    at,
    from,
    byName: from === "park" && !inside ? parkName(parkId) : (names[by] ?? ""),
    mine: by === actor.personId,
  });
  return mine.map(({ name, part }, index) => {
    const own = shown[index] ?? [];
    return {
      ...name,
      withName: part.from === "park" ? otherName(name) : parkName(name.parkId),
      mayWrite: part.mayWrite && isWritable(one, name),
      unread: unreadOf(own, marks[index], actor.personId).length,
      messages: own.map((message) => view(message, name.parkId)),
    };
  });
}

/** Every thread that the case could have, whoever asks. */
function candidates({ one, slots }: ThreadFacts, { personId }: PersonActor): ThreadName[] {
  const reviewers = [
    ...new Set([
      ...slots.flatMap(({ reviewerId, tried }) => [
        ...(reviewerId === undefined ? [] : [reviewerId]),
        ...tried.map((one) => one.personId),
      ]),
      personId,
    ]),
  ];
  return (one?.payingParks ?? []).flatMap((parkId): ThreadName[] => [
    { parkId, side: "applicant" },
    { parkId, side: "provider" },
    ...reviewers.map((reviewerId): ThreadName => ({ parkId, side: "reviewer", reviewerId })),
    { parkId, side: "notes" },
  ]);
}
