import type { CaseId } from "@multihelix/core/kernel/id.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { createLog } from "@multihelix/local/log.ts";
import { expect, test, vi } from "vitest";
import { people } from "../scenario/people.ts";
import { createStory, newCast } from "../scenario/story.ts";
import { voucherBranches } from "../scenario/voucher.ts";
import { screened } from "../scenario/voucher-steps.ts";
import { until } from "../scenario/world.ts";
import { demoParties, runningCase } from "./demo-cases.ts";
import { openProduct, settled } from "./product.ts";

test("neither a whole story nor what fails in it writes codes, tokens, marks or bank accounts to the log", {
  timeout: 60_000,
}, async () => {
  const lines: string[] = [];
  const write = (text: unknown) => {
    lines.push(String(text));
    return true;
  };
  // Whatever is printed past the log counts too.
  vi.spyOn(process.stdout, "write").mockImplementation(write);
  vi.spyOn(process.stderr, "write").mockImplementation(write);
  const cookies = cookiesSet();
  const faults = { mail: false, read: false, workflow: false };
  const opened = await openProduct({ log: createLog(write), around: (deps) => talkative(deps, faults) });
  const { deps, product, world } = opened;
  const cast = newCast();
  const story = createStory(world, () => undefined, cast);
  const line = voucherBranches.find(({ name }) => name === "redeemed");
  const caseId = (await line?.tell(story)) as CaseId;
  const other = await runningCase(deps, await demoParties(deps), 0);
  await settled(opened);
  const said = (event: string, more = "") =>
    until(`${event} ${more}`, async () => lines.find((text) => text.includes(event) && text.includes(more)));

  // Each port in turn fails as loudly as it can, quoting what it was given.
  const sme = await story.as(people.sme);
  faults.mail = true;
  await sme.post("/api/session/code", { email: people.secondManager });
  await said("effect.failed", "send-letter");
  faults.mail = false;
  faults.read = true;
  expect((await (await story.as(people.finance)).get(`/api/cases/${caseId}`)).status).toBe(500);
  await said("api.fault");
  faults.read = false;
  faults.workflow = true;
  await screened(story, other, { outcome: "ask", question: "Which assay?" });
  await said("effect.failed", "resolve-task");

  const tasks = await Promise.all([caseId, other.caseId].map((id) => deps.store.list("task", { caseId: id })));
  const canaries = [
    ...product.inbox.all().flatMap(({ text }) => text.match(/\b\d{8}\b/g) ?? []),
    ...cookies.flatMap((cookie) => cookie.split(";")[0]?.split("=")[1] ?? []),
    ...tasks.flat().flatMap(({ token }) => token ?? []),
    ...cast.authenticators.values(),
    "SE6699900000001234567890",
    "BE68539007547034",
    "Good reasons for quality.",
    "Clear need, right provider.",
  ].filter((canary) => canary.length >= 8);
  expect(canaries.length).toBeGreaterThan(40);
  const all = lines.join("\n");
  expect(canaries.filter((canary) => all.includes(canary))).toEqual([]);
  expect(all).not.toMatch(/"scores?"/);
});

/** Every cookie that the product sets from now on. */
function cookiesSet(): string[] {
  const cookies: string[] = [];
  const send = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (...request) => {
    const response = await send(...request);
    cookies.push(...response.headers.getSetCookie());
    return response;
  });
  return cookies;
}

/** Ports whose errors quote everything they were given. */
function talkative(deps: Deps, faults: { mail: boolean; read: boolean; workflow: boolean }): Deps {
  return {
    ...deps,
    mailer: {
      async send(mail) {
        if (faults.mail) throw new Error(`550 refused: ${JSON.stringify(mail)}`);
        return deps.mailer.send(mail);
      },
    },
    store: {
      ...deps.store,
      async wholeCase(caseId) {
        const items = await deps.store.wholeCase(caseId);
        if (faults.read) throw new Error(`cannot read: ${JSON.stringify(items)}`);
        return items;
      },
    },
    workflow: {
      ...deps.workflow,
      async resolve(token, output) {
        if (faults.workflow) throw new Error(`no such token: ${token}`);
        return deps.workflow.resolve(token, output);
      },
    },
  };
}
