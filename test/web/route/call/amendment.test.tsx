// The changes of a published call on its desk: what is said to whoever may not publish one, and what is asked again.

import { AmendCard } from "@multihelix/web/route/call/amend-card.tsx";
import { type AmendmentDesk, amendmentDeskQuery, type CallDesk } from "@multihelix/web/route/call/call-query.ts";
import { ProposedAmendment } from "@multihelix/web/route/call/proposed-amendment.tsx";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { idOf } from "../../../fixture/build/ids.ts";
import { at } from "../../../fixture/build/moment.ts";
import { render } from "../../fixture/render.tsx";

const callId = idOf("cal", "lim") as CallDesk["call"]["callId"];
const one = { number: 1, at: at("2026-11-12T08:00:00Z"), reason: "More money.", lines: [] };
const within = (part: ReactNode, queries = new QueryClient()) =>
  render(<QueryClientProvider client={queries}>{part}</QueryClientProvider>);

function proposedTo(code: string | undefined): string {
  const refusal = code === undefined ? {} : { refusal: { code, facts: {} } };
  return within(
    <ProposedAmendment callId={callId} proposed={{ ...one, by: "Mia", ...refusal } as never} mine={true} />,
  );
}
const withdraw = "this change can no longer be made. Withdraw it";
const active = />Publish this change<\/button>/;

test("whoever a duty keeps from publishing a change is told which, has no button for it, and is not told to withdraw it", () => {
  for (const [code, sentence] of [
    ["duties.interest", "A hard interest of yours (declared, or an organisation that you left"],
    ["duties.same-person", "You proposed it, so another manager"],
    ["actor.role-needed", "This needs another role"],
  ] as const) {
    const shown = proposedTo(code);
    expect(shown).toContain(sentence);
    expect(shown).toContain('aria-disabled="true"');
    expect(shown).not.toContain(withdraw);
  }
});

test("a change that the call as it is now does not take is to be withdrawn, and not to be published", () => {
  for (const code of ["amendment.not-allowed", "amendment.changes-nothing", "call.wrong-state", "input.invalid"]) {
    const shown = proposedTo(code);
    expect(shown).toContain(withdraw);
    expect(shown).not.toMatch(active);
  }
  expect(proposedTo(undefined)).toMatch(active);
  expect(proposedTo(undefined)).not.toContain("aria-disabled");
});

test("where the changes cannot be read, the desk says so and offers to ask again", async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retryOnMount: false, retry: false } } });
  const { queryKey } = amendmentDeskQuery(callId, "en");
  const failing = { queryKey, queryFn: () => Promise.reject(new Error("The server did not answer.")) };
  await queries.fetchQuery(failing).catch(() => undefined);
  const desk = { call: { callId }, mine: true } as CallDesk;
  const shown = within(<AmendCard desk={desk} />, queries);
  expect(shown).toContain("Changes of the published call");
  expect(shown).toContain("<button");
});

test("the desk asks again by itself for as long as applicants are being told", () => {
  const asksAgain = (told: boolean) => {
    const { refetchInterval } = amendmentDeskQuery(callId, "en");
    const data = { may: true, published: [{ ...one, proposedBy: "Mia", publishedBy: "Max", told }] } as AmendmentDesk;
    return typeof refetchInterval === "function" ? refetchInterval({ state: { data } } as never) : refetchInterval;
  };
  expect(asksAgain(false)).toBeGreaterThan(0);
  expect(asksAgain(true)).toBe(false);
});
