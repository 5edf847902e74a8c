/** Tells the applicants of a call of its amendment, each in a commit of its own under its own key: cut short, it goes on where it was. */
import { noteTold, tellApplicant } from "../../call/tell-amendment.ts";
import type { CallId, CaseId } from "../../kernel/id.ts";
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

const actor = { kind: "system", name: "outbox" } as const;

/** So many cases within the time that an effect has for itself. */
const perTurn = 100;

export async function tellAmendment(deps: Deps, { callId, number }: Body<"tell-amendment">): Promise<void> {
  const amendment = await deps.store.get("amendment", { callId, number });
  if (amendment === undefined || amendment.status !== "published" || amendment.toldAt !== undefined) return;
  const { toldUpTo = "" } = amendment;
  const left = (await casesOf(deps, callId)).filter((caseId) => caseId > toldUpTo);
  const turn = left.slice(0, perTurn);
  for (const caseId of turn)
    await perform(deps, actor, `amendment:${callId}:${number}:${caseId}`, tellApplicant, { callId, number, caseId });
  const last = turn.at(-1);
  const done = left.length <= perTurn;
  await perform(deps, actor, `amendment:${callId}:${number}:note:${last ?? "none"}`, noteTold, {
    callId,
    number,
    ...(last === undefined ? {} : { caseId: last }),
    done,
  });
}

/** Drafts and submitted cases, in the order of their ids. A draft that is sent meanwhile is in one of the two. */
async function casesOf({ store }: Deps, callId: CallId): Promise<CaseId[]> {
  const call = await store.get("call", { callId });
  if (call === undefined) return [];
  const drafts = await store.list("draft", { callId });
  const rows = await store.list("row", { parkId: call.leadPark, callId });
  return [...new Set([...drafts, ...rows].map(({ caseId }) => caseId))].sort();
}
