/** Answers what the pages of a case ask about a dry run: what is typed stays in this window, all rules are asked of the API. */
import { i18n } from "@lingui/core";
import { type ApiResult, api } from "../../client.ts";
import type { DryAsked } from "../../dry-run-door.ts";
import { type DryRunId, dryCallId, dryCaseId } from "../../dry-run-id.ts";
import { languageOf } from "../../language/language.ts";
import { ApiProblem } from "../../problem.ts";
import { type Ask, keepRun, keptRun, type Run, type Step } from "./kept-run.ts";

export type DryRunView = ApiResult<"post", "/api/calls/{callId}/dry-run">;

type Answer = (dry: DryRunId, asked: DryAsked) => Promise<unknown>;

/** The step that was taken, or the language in which the way ahead is drawn. */
type More = Omit<Ask, "as" | "run">;

const asking = new Map<string, Promise<DryRunView>>();

/** The draft with what is typed so far, or with `run`, in one place of the cast. @throws {ApiProblem} of the step that was taken */
export async function askDryRun({ callId, part }: DryRunId, run?: Run, more: More = {}): Promise<DryRunView> {
  const typed = run ?? (await keptRun(callId)).run;
  const body = { as: part, run: typed, ...more };
  const name = JSON.stringify([callId, body]);
  // A page asks for the case, the call and the check at once: one question answers them.
  const present = asking.get(name);
  if (present !== undefined) return present;
  const asked = api("post", "/api/calls/{callId}/dry-run", { params: { callId }, body });
  asking.set(name, asked);
  try {
    return await asked;
  } finally {
    asking.delete(name);
  }
}

/** Invented providers whose name has all the words. */
export async function dryProviders(dry: DryRunId, search: string): Promise<Pick<DryRunView, "providers">> {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const { providers } = await askDryRun(dry);
  return { providers: providers.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word))) };
}

/** @throws {ApiProblem} `dry-run.not-here` for what happens to real cases alone */
export async function answerDryRun(dry: DryRunId, route: string, asked: DryAsked): Promise<unknown> {
  const answer = answers[route];
  if (answer === undefined)
    throw new ApiProblem(409, "dry-run.not-here", i18n._("This is a dry run: nothing is sent, and no file is kept."));
  return answer(dry, asked);
}

const answers: Readonly<Record<string, Answer>> = {
  "get /api/cases/{caseId}": async (dry) => {
    const [{ view }, { at }] = await Promise.all([askDryRun(dry), keptRun(dry.callId)]);
    const saved = Object.entries(view.sections).map(([name, section]) => [name, { ...section, savedAt: at }]);
    return {
      ...view,
      caseId: dryCaseId(dry.part, dry.callId),
      callId: dryCallId(dry.callId),
      sections: Object.fromEntries(saved),
    };
  },
  "get /api/cases/{caseId}/check": async (dry) => (await askDryRun(dry)).check,
  "get /api/cases/{caseId}/workflow": async (dry, { query }) => {
    const language = languageOf(String(query?.["language"] ?? ""));
    return (await askDryRun(dry, undefined, { drawnIn: language })).strands;
  },
  "get /api/cases/{caseId}/letters": async (dry) => ({ letters: (await askDryRun(dry)).letters }),
  "post /api/cases/{caseId}/letters/{letterId}/opening": async () => ({}),
  "get /api/calls/{callId}": async (dry) => ({ ...(await askDryRun(dry)).call, callId: dryCallId(dry.callId) }),
  "get /api/calls/{callId}/amendments": async () => ({ amendments: [] }),
  "get /api/cases/{caseId}/threads": async () => ({ threads: [] }),
  "get /api/cases/{caseId}/contact": async () => ({ known: false }),

  "put /api/cases/{caseId}/sections/{sectionId}": async (dry, { params, body }) => {
    const sectionId = (params?.["sectionId"] ?? "") as keyof Run["sections"];
    const { data } = body as { data: Record<string, unknown> };
    await take(dry, sectionId, (run) => ({ ...run, sections: { ...run.sections, [sectionId]: data } }));
    return saved();
  },
  "post /api/cases/{caseId}/files": async (dry, { body }) => {
    const { slot, name, bytes } = body as { slot: string; name: string; bytes: number };
    const { documents } = (await keptRun(dry.callId)).run;
    const number = Math.max(0, ...documents.map((one) => Number(one.fileId.slice(4)))) + 1;
    const file = { fileId: `fil_${String(number).padStart(26, "0")}` as const, slot, name: name.slice(-120), bytes };
    await take(dry, "documents", (run) => ({ ...run, documents: [...run.documents, file] }));
    return { fileId: file.fileId, send: { href: "" } };
  },
  "post /api/cases/{caseId}/files/{fileId}/arrival": async () => ({}),
  "post /api/cases/{caseId}/files/{fileId}/removal": (dry, { params }) =>
    take(dry, "documents", (run) => ({
      ...run,
      documents: run.documents.filter(({ fileId }) => fileId !== params?.["fileId"]),
    })),
  "post /api/cases/{caseId}/provider": (dry, { body }) => {
    const { organisationId } = body as { organisationId: NonNullable<Run["provider"]> };
    return take(dry, "provider", ({ offer: _, ...run }) => ({ ...run, provider: organisationId }));
  },
  "post /api/cases/{caseId}/offer": (dry, { body }) => {
    const said = body as Omit<Extract<NonNullable<Run["offer"]>, { answer: "confirmed" }>, "answer">;
    return take(dry, "offer", (run) => ({ ...run, offer: { ...said, answer: "confirmed" } }));
  },
  "post /api/cases/{caseId}/offer/decline": (dry) =>
    take(dry, "offer", (run) => ({ ...run, offer: { answer: "declined" } })),
  "post /api/cases/{caseId}/submission": (dry) => take(dry, "send", (run) => ({ ...run, sent: true })),

  "post /api/cases/{caseId}/slots/{slot}/declaration": async (dry, { body }) => {
    const declaration = body as NonNullable<Run["declaration"]>;
    await take(dry, "declare", (run) => ({ ...run, declaration }));
    // Whoever leaves has no review; the next who looks declares anew.
    if (declaration.outcome !== "accepted") await forgetDeclaration(dry.callId);
    return { outcome: declaration.outcome };
  },
  "put /api/cases/{caseId}/slots/{slot}/draft": async (dry, { body }) => {
    const review = reviewOf(body);
    await take(dry, "review", (run) => ({ ...run, review }));
    return saved();
  },
  "post /api/cases/{caseId}/slots/{slot}/review": (dry, { body }) => {
    const review = reviewOf(body);
    return take(dry, "file", (run) => ({ ...run, review, filed: true }));
  },
};

/** Kept once the API has taken it; what another tab of this window's pages changed meanwhile stays. */
async function take(dry: DryRunId, doing: Step, change: (run: Run) => Run): Promise<DryRunView> {
  const { run } = await keptRun(dry.callId);
  const answer = await askDryRun(dry, change(run), { doing });
  keepRun(dry.callId, change((await keptRun(dry.callId)).run));
  return answer;
}

async function forgetDeclaration(callId: string): Promise<void> {
  const { declaration: _, ...run } = (await keptRun(callId)).run;
  keepRun(callId, run);
}

function reviewOf(body: unknown): NonNullable<Run["review"]> {
  const { marks, confidence } = body as NonNullable<Run["review"]>;
  return { marks, confidence };
}

function saved(): { version: number; savedAt: string } {
  return { version: 0, savedAt: new Date().toISOString() };
}
