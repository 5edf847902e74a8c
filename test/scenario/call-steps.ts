/** Acts on a call of Lund with a deadline while it is open, each as its person does it over HTTP. */
import { lund } from "@multihelix/local/seed/calls.ts";
import { dayOf } from "../day.ts";
import { createClient } from "./client.ts";
import { shown } from "./selection-steps.ts";
import { type CaseBody, expect, expectStatus, type Story } from "./story.ts";
import type { Told } from "./voucher-steps.ts";

const dayMs = 86_400_000;

export async function published(story: Story, code: string): Promise<string> {
  const made = await story.step<string>(
    "A call with a deadline: drafted, given money, published by another",
    async () => {
      const [manager, second] = [await story.as(story.people.manager), await story.as(story.people.secondManager)];
      const finance = await story.as(story.people.finance);
      const [payer] = lund.call.payers;
      const call = {
        ...lund.call,
        code,
        mode: "deadline",
        tieRule: "draw",
        crossParkRequired: false,
        opens: new Date(story.now() - 3_600_000).toISOString(),
        closes: new Date(story.now() + 20 * dayMs).toISOString(),
        payers: [{ ...payer, sharePercent: 100 }],
      };
      const drafted = await manager.post("/api/calls", call);
      expectStatus(drafted, 201);
      const { callId } = drafted.body;
      const { ledger } = (await manager.get(`/api/calls/${callId}/desk`)).body.call.payers[0];
      expectStatus(await finance.post("/api/budgets", { ledger, amount: 40_000_000 }), 200);
      const own = await manager.post(`/api/calls/${callId}/publication`, {});
      expect(own.status === 403, `who drafted it may not publish it (answered ${own.status})`);
      expectStatus(await second.post(`/api/calls/${callId}/publication`, {}), 200);
      return { evidence: code, value: callId };
    },
  );
  return made ?? "";
}

/** It closes five days later than published; gives when. */
export async function amended(story: Story, callId: string): Promise<number> {
  const closes = await story.step<number>(
    "It is changed while it is open: proposed by one, published by another",
    async () => {
      const [manager, second] = [await story.as(story.people.manager), await story.as(story.people.secondManager)];
      const path = `/api/calls/${callId}`;
      const { call: desk, version } = (await manager.get(`${path}/desk`)).body;
      const change = {
        step: "about",
        languages: desk.languages,
        title: desk.title,
        summary: desk.summary,
        mode: "deadline",
        opensOn: dayOf(Date.parse(desk.opens), 0, "Europe/Stockholm"),
        closesOn: dayOf(Date.parse(desk.closes), 5, "Europe/Stockholm"),
      };
      const reason = { en: "Companies asked for more time.", sv: "Företag bad om mer tid." };
      const proposal = await manager.post(`${path}/amendments`, { version, change, reason });
      expectStatus(proposal, 201);
      const { number } = proposal.body;
      const own = await manager.post(`${path}/amendments/${number}/publication`, {});
      expect(own.status === 403, `who proposed it may not publish it (answered ${own.status})`);
      expectStatus(await second.post(`${path}/amendments/${number}/publication`, {}), 200);
      const after = (await manager.get(`${path}/desk`)).body.call as CaseBody;
      return { evidence: `closes ${after["closes"]}`, value: Date.parse(after["closes"]) };
    },
  );
  return closes ?? 0;
}

export async function answered(story: Story, callId: string): Promise<void> {
  await story.step("A visitor asks; the answer is public, and corrected", async () => {
    const visitor = createClient(story.world.url, story.world.origin);
    const path = `/api/calls/${callId}/enquiries`;
    const question = {
      email: "noor@visitor.example",
      language: "en",
      question: "May two laboratories share the work?",
    };
    expectStatus(await visitor.post(path, question), 201);
    const manager = await story.as(story.people.manager);
    const open = (await manager.get(`${path}/desk`)).body.open[0];
    const texts = (answer: string) => ({ en: { question: question.question, answer } });
    const published = { outcome: "published", texts: texts("Yes.") };
    expectStatus(await manager.post(`${path}/${open.enquiryId}/answer`, published), 200);
    const on = (await manager.get(`${path}/desk`)).body.answered[0].version;
    const corrected = { on, texts: texts("One of them makes the offer; it may let the other do a part.") };
    expectStatus(await manager.post(`${path}/${open.enquiryId}/correct`, corrected), 200);
    const seen = (await visitor.get(path)).body.enquiries[0];
    expect(String(seen.texts.en.answer).startsWith("One of them"), "the public page has the correction");
    return { evidence: "answered, corrected" };
  });
}

export async function written(story: Story, told: readonly Told[]): Promise<void> {
  await story.step("Manager writes to the applicants of the call", async () => {
    const manager = await story.as(story.people.manager);
    const path = `/api/parks/${story.park}/mailings`;
    const words = { sv: { subject: "Kväll för sökande", text: "På torsdag berättar vi hur rangordningen går till." } };
    const body = { words, cases: told.map(({ caseId }) => caseId) };
    const preview = await manager.post(`${path}/preview`, body);
    expectStatus(preview, 200);
    expectStatus(await manager.post(path, { ...body, hash: preview.body.hash }), 201);
    const desk = await shown(story, story.people.manager, path, "the mailing", ({ mailings }) =>
      mailings.some((one: CaseBody) => one["state"] === "done" && one["done"] === told.length),
    );
    return { evidence: `${desk["mailings"][0].done} cases written to` };
  });
}
