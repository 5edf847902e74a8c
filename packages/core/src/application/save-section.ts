/** Saving one section of a draft: a single conditional write, so that two tabs never overwrite each other unseen. */
import * as z from "zod";
import type { Call } from "../call/call.ts";
import { type Actor, requirePerson } from "../kernel/actor.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Deps } from "../port/deps.ts";
import type { Change } from "../port/store.ts";
import { requireParty } from "../voucher/party.ts";
import type { Case } from "./case.ts";
import { answerProblems } from "./question-answer.ts";
import { type Section, type StoredSectionId, sectionData } from "./section.ts";

export interface SaveSection {
  readonly caseId: CaseId;
  readonly sectionId: StoredSectionId;
  /** Answers so far; a field that is left out is not answered. */
  readonly data: Record<string, unknown>;
  /** The version that the page was read with; undefined for a section that was never saved. */
  readonly version: number | undefined;
}

const attemptsMost = 3;

/**
 * Members of the applicant (owner, editor) while it is a draft. The same content again is no change.
 * @throws not_found `case.not-found`; forbidden; conflict `case.wrong-status`; conflict `section.changed` with who saved
 * it meanwhile and when; invalid `input.invalid` for unknown or unreadable answers; unavailable `perform.contention`.
 */
export async function saveSection(
  deps: Deps,
  actor: Actor,
  save: SaveSection,
): Promise<{ version: number; savedAt: Instant }> {
  const person = requirePerson(actor);
  for (let attempt = 1; attempt <= attemptsMost; attempt++) {
    const { caseId, sectionId } = save;
    const [one, stored] = await Promise.all([
      deps.store.get("case", { caseId }),
      deps.store.get("section", { caseId, sectionId }),
    ]);
    if (one === undefined) throw new DomainError("not_found", "case.not-found");
    requireParty(actor, one.applicantId, ["owner", "editor"], one);
    if (one.status !== "draft")
      throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "draft" });
    const call = sectionId === "questions" ? await deps.store.get("call", { callId: one.callId }) : undefined;
    const data = sectionId === "questions" ? answered(save, call) : readable({ sectionId, data: save.data });
    if (stored !== undefined && canonicalJson(stored.data) === canonicalJson(data))
      return { version: stored.version, savedAt: stored.savedAt };
    if (stored?.version !== save.version) await refuseChanged(deps, save, stored);
    const savedAt = deps.clock.now();
    const value: Section = {
      caseId,
      sectionId,
      data,
      savedAt,
      savedBy: person.personId,
      version: stored?.version ?? 0,
    };
    const outcome = await deps.store.commit([
      stored === undefined ? { op: "create", name: "section", value } : { op: "replace", name: "section", value },
      changeOfCase(one, sectionId, data),
    ]);
    if (outcome.ok) return { version: stored === undefined ? 0 : stored.version + 1, savedAt };
  }
  throw new DomainError("unavailable", "perform.contention", { verb: "section.save", attempts: attemptsMost });
}

function answered({ data }: SaveSection, call: Call | undefined): Record<string, unknown> {
  const problems = answerProblems(call?.questions, data);
  if (problems.length > 0) throw new DomainError("invalid", "input.invalid", { problems });
  return data;
}

interface Readable {
  readonly sectionId: Exclude<StoredSectionId, "questions">;
  readonly data: Record<string, unknown>;
}

function readable({ sectionId, data }: Readable): Record<string, unknown> {
  const schema: z.ZodType<Record<string, unknown>> = z.strictObject(sectionData[sectionId].shape).partial();
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => ({
    path: `data.${issue.path.join(".")}`,
    message: issue.message,
  }));
  throw new DomainError("invalid", "input.invalid", { problems });
}

/** The case must still be a draft; lists show the title as soon as there is one. */
function changeOfCase(one: Case, sectionId: StoredSectionId, data: Record<string, unknown>): Change {
  const key = { caseId: one.caseId };
  const title = sectionId === "project" ? String(data.title ?? "").trim() : one.title;
  if (title === one.title) return { op: "check", name: "case", key, when: { status: "draft" } };
  return { op: "patch", name: "case", key, set: { title }, when: { status: "draft" } };
}

async function refuseChanged(
  deps: Deps,
  { sectionId, version }: SaveSection,
  stored: Section | undefined,
): Promise<never> {
  const by = stored === undefined ? undefined : await deps.store.get("person", { personId: stored.savedBy });
  throw new DomainError("conflict", "section.changed", {
    sectionId,
    readVersion: version,
    version: stored?.version,
    by: stored?.savedBy,
    name: by?.name,
    at: stored?.savedAt,
  });
}
