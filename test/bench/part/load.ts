/** Eight clients at once: they read cases, or carry applications from the first word to the park's screening. */
import { seededRandom } from "../../fixture/seeded-random.ts";
import { type Line, openLine, type Timed } from "./line.ts";

export const clientCount = 8;

/** What a client does between two requests: a pause of up to so many milliseconds; 0 never pauses. */
export interface Pace {
  readonly pauseMost: number;
  readonly seed: number;
}

type Random = () => number;

/** Every client goes through `work` on a line of its own; gives what each timed request took, in milliseconds. */
async function crowd(
  work: (client: number, pause: () => Promise<void>, time: (answer: Promise<Timed>) => Promise<Timed>) => Promise<void>,
  pace: Pace,
): Promise<number[]> {
  const figures: number[] = [];
  const clients = Array.from({ length: clientCount }, async (_, client) => {
    const random = seededRandom(pace.seed + client);
    const pause = () =>
      pace.pauseMost === 0
        ? Promise.resolve()
        : new Promise<void>((resolve) => setTimeout(resolve, random() * pace.pauseMost));
    await work(client, pause, async (answer) => {
      const timed = await answer;
      figures.push(timed.milliseconds);
      return timed;
    });
  });
  await Promise.all(clients);
  return figures;
}

/** Single reads by managers: the case, its picture, its history, its letters, who is signed in. */
export async function readCases(
  url: string,
  caseIds: readonly string[],
  perClient: number,
  pace: Pace,
): Promise<number[]> {
  const lines = await linesOf(url, "limburg-manager");
  const figures = await crowd(async (client, pause, time) => {
    const random = seededRandom(pace.seed + 100 + client);
    for (let nth = 0; nth < perClient; nth++) {
      await pause();
      await time(lineOf(lines, client).get(aRead(caseIds, random)));
    }
  }, pace);
  close(lines);
  return figures;
}

function aRead(caseIds: readonly string[], random: Random): string {
  const caseId = caseIds[Math.floor(random() * caseIds.length)] ?? "";
  const lot = random();
  if (lot < 0.4) return `/api/cases/${caseId}`;
  if (lot < 0.6) return `/api/cases/${caseId}/workflow`;
  if (lot < 0.75) return `/api/cases/${caseId}/history`;
  if (lot < 0.85) return `/api/cases/${caseId}/letters`;
  return "/api/session";
}

/** What an application is made of: taken from one that was told before. */
export interface Template {
  readonly callId: string;
  readonly organisationId: string;
  readonly providerId: string;
  readonly sections: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly offer: unknown;
}

export async function templateOf(url: string, caseId: string): Promise<Template> {
  const line = await openLine(url, "limburg-manager");
  const { body } = await line.get(`/api/cases/${caseId}`);
  line.close();
  return {
    callId: body.callId,
    organisationId: body.applicant.organisationId,
    providerId: body.provider.organisationId,
    sections: Object.fromEntries(
      Object.entries(body.sections as Record<string, { data: Record<string, unknown> }>).map(([id, { data }]) => [
        id,
        data,
      ]),
    ),
    offer: body.offer.content,
  };
}

/** Draft, sections, invitation, offer, submission, screening: acts of three people, with all that the house then does. */
export async function actOnCases(url: string, template: Template, perClient: number, pace: Pace): Promise<number[]> {
  const [smes, providers, managers] = await Promise.all(
    ["sme-owner", "provider-lund", "limburg-manager"].map((persona) => linesOf(url, persona)),
  );
  const figures = await crowd(async (client, pause, time) => {
    const sme = lineOf(smes, client);
    const provider = lineOf(providers, client);
    const manager = lineOf(managers, client);
    const act = async (answer: () => Promise<Timed>) => {
      await pause();
      return time(answer());
    };
    for (let nth = 0; nth < perClient; nth++) {
      const { callId, organisationId, providerId, sections, offer } = template;
      const { body } = await act(() => sme.post("/api/cases", { callId, organisationId }));
      const path = `/api/cases/${body.caseId}`;
      const texts = ownTexts(sections, `${pace.seed}x${client}x${nth}`);
      for (const [id, data] of Object.entries(texts)) await act(() => sme.put(`${path}/sections/${id}`, { data }));
      await act(() => sme.post(`${path}/provider`, { organisationId: providerId }));
      await act(() => provider.post(`${path}/offer`, { content: offer }));
      await act(() => sme.post(`${path}/submission`, {}));
      await untilAsked(manager, path);
      await act(() => manager.post(`${path}/screening`, { noInterest: true, outcome: "eligible" }));
    }
  }, pace);
  for (const lines of [smes, providers, managers]) close(lines ?? []);
  return figures;
}

/** The same answers about another service: one service is not paid twice, so words told before would be refused. */
function ownTexts(sections: Template["sections"], mark: string): Template["sections"] {
  const words = Array.from({ length: 30 }, (_, nth) => `trial${mark}n${nth}`).join(" ");
  return { ...sections, project: { ...sections.project, title: `Trial ${mark}`, need: words } };
}

async function untilAsked(manager: Line, path: string): Promise<void> {
  for (;;) {
    const { body } = await manager.get(path);
    if ((body.tasks as { status: string }[]).some(({ status }) => status === "open")) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Drafts as fast as they go, for so long; gives acts per second. */
export async function draftsPerSecond(url: string, template: Template, milliseconds: number): Promise<number> {
  const lines = await linesOf(url, "sme-owner");
  const { callId, organisationId, sections } = template;
  const [[id, data] = ["", {}]] = Object.entries(sections);
  const began = performance.now();
  const figures = await crowd(
    async (client, _pause, time) => {
      const line = lineOf(lines, client);
      while (performance.now() - began < milliseconds) {
        const { body } = await time(line.post("/api/cases", { callId, organisationId }));
        await time(line.put(`/api/cases/${body.caseId}/sections/${id}`, { data }));
      }
    },
    { pauseMost: 0, seed: 1 },
  );
  const seconds = (performance.now() - began) / 1000;
  close(lines);
  return figures.length / seconds;
}

function linesOf(url: string, persona: string): Promise<Line[]> {
  return Promise.all(Array.from({ length: clientCount }, () => openLine(url, persona)));
}

function lineOf(lines: readonly Line[] | undefined, client: number): Line {
  const line = lines?.[client];
  if (line === undefined) throw new Error(`client ${client} has no line`);
  return line;
}

function close(lines: readonly Line[]): void {
  for (const line of lines) line.close();
}
