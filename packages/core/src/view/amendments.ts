/** The amendments of a call, in words: for everybody those that are published, for its staff the proposed one too. */

import * as z from "zod";
import { publishAmendment } from "../call/amend-call.ts";
import { amendableStates } from "../call/amendable.ts";
import type { Amendment } from "../call/amendment.ts";
import { amendedLines } from "../call/amendment-words.ts";
import type { Call } from "../call/call.ts";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CallId } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { refusalOf } from "../kernel/rehearse.ts";
import { sayIn } from "../letter/say.ts";
import { parkOf } from "../network/network-file.ts";
import { textIn } from "../network/text.ts";
import type { Language } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";
import { requireCallOf } from "./call-desk.ts";
import { namesOfIds } from "./names.ts";
import { refusalSchema } from "./refusal.ts";

const amendedSchema = z.object({
  number: z.number().int(),
  at: instantSchema,
  reason: z.string(),
  lines: z.array(z.object({ label: z.string(), from: z.string().optional(), to: z.string().optional() })),
});
export const amendmentsSchema = z.object({ amendments: z.array(amendedSchema) });

export const amendmentDeskSchema = z.object({
  /** The reader manages the call, and it can be amended in its state. */
  may: z.boolean(),
  /** Waits for a second person; `refusal`: why it is not the reader. */
  proposed: amendedSchema.extend({ by: z.string(), refusal: refusalSchema.optional() }).optional(),
  published: z.array(amendedSchema.extend({ proposedBy: z.string(), publishedBy: z.string(), told: z.boolean() })),
});

type Amended = z.infer<typeof amendedSchema>;

/** Newest first. @throws not_found `call.not-found` for a draft of a call as for none. */
export async function readAmendments(
  deps: Deps,
  callId: CallId,
  language: Language,
): Promise<z.infer<typeof amendmentsSchema>> {
  const call = await deps.store.get("call", { callId });
  if (call === undefined || call.state === "draft") throw new DomainError("not_found", "call.not-found");
  const all = await deps.store.list("amendment", { callId });
  const inWords = await wording(deps, call, language);
  return {
    amendments: all
      .filter(({ status }) => status === "published")
      .map(inWords)
      .toReversed(),
  };
}

/** @throws as `readCallDesk`. */
export async function readAmendmentDesk(
  deps: Deps,
  actor: PersonActor,
  callId: CallId,
  language: Language,
): Promise<z.infer<typeof amendmentDeskSchema>> {
  const call = await requireCallOf(deps, actor, callId);
  const all = await deps.store.list("amendment", { callId });
  const inWords = await wording(deps, call, language);
  const people = all.flatMap(({ proposedBy, endedBy }) => [proposedBy, endedBy ?? proposedBy]);
  const names = await namesOfIds(deps.store, [...new Set(people)]);
  const open = all.find(({ status }) => status === "proposed");
  const mine = holdsRole(actor, "manager", call.leadPark, deps.clock.now());
  const refusal =
    open === undefined || !mine
      ? undefined
      : await refusalOf(deps, actor, publishAmendment, { callId, number: open.number });
  return {
    may: mine && amendableStates.includes(call.state),
    ...(open === undefined
      ? {}
      : {
          proposed: {
            ...inWords(open),
            by: names[open.proposedBy] ?? "",
            ...(refusal === undefined ? {} : { refusal }),
          },
        }),
    published: all
      .filter(({ status }) => status === "published")
      .map((one) => ({
        ...inWords(one),
        proposedBy: names[one.proposedBy] ?? "",
        publishedBy: names[one.endedBy ?? one.proposedBy] ?? "",
        // How many were told is not said: it would count cases that somebody may not know of.
        told: one.toldAt !== undefined,
      }))
      .toReversed(),
  };
}

async function wording(deps: Deps, call: Call, language: Language): Promise<(one: Amendment) => Amended> {
  const { zone } = parkOf(await deps.network.current(), call.leadPark);
  const say = sayIn(language);
  return ({ number, proposedAt, endedAt, reason, changes }) => ({
    number,
    at: endedAt ?? proposedAt,
    reason: textIn(reason, language),
    lines: amendedLines(changes, call, zone, say).map((line) => ({ ...line })),
  });
}
