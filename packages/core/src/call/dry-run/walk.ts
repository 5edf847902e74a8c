/** Walks a draft with what was typed: the verbs of a real application, done on a store that keeps nothing. */
import { confirmOffer } from "../../application/confirm-offer.ts";
import { declineOffer } from "../../application/decline-offer.ts";
import { inviteProvider } from "../../application/invite-provider.ts";
import { answersOwn } from "../../application/question-answer.ts";
import { saveSection } from "../../application/save-section.ts";
import { sectionIdSchema } from "../../application/section.ts";
import { startApplication } from "../../application/start-application.ts";
import { submitApplication } from "../../application/submit-application.ts";
import type { CaseFile } from "../../file/file.ts";
import { placeFor, readFiles } from "../../file/file-facts.ts";
import { DomainError } from "../../kernel/error.ts";
import { type CaseId, ulidAfter } from "../../kernel/id.ts";
import type { Instant } from "../../kernel/instant.ts";
import { perform } from "../../kernel/perform.ts";
import { scratchStore } from "../../kernel/scratch-store.ts";
import type { NetworkFile } from "../../network/network-file.ts";
import type { Deps } from "../../port/deps.ts";
import type { EntityName } from "../../port/entity.ts";
import type { Store } from "../../port/store.ts";
import type { Call } from "../call.ts";
import { type Cast, castOf } from "./cast.ts";
import type { AskDryRun, DryRun, DryStep } from "./dry-run.ts";

/** What the draft takes no more of what was typed earlier. */
export interface Refused {
  readonly step: DryStep;
  readonly code: string;
}

export interface Walk {
  /** Ports whose store is the walk's own; everything else that could reach outside is never asked. */
  readonly deps: Deps;
  readonly cast: Cast;
  /** The call as if it were published and open. */
  readonly call: Call;
  readonly caseId: CaseId;
  readonly now: Instant;
  readonly refused: Refused[];
  readonly step: (name: DryStep, act: () => Promise<unknown>) => Promise<boolean>;
}

/** Everything that company and provider did, up to the submission. @throws what the step in `doing` is refused with. */
export async function walkDraft(given: Deps, draft: Call, { run, doing }: AskDryRun): Promise<Walk> {
  const network = await given.network.current();
  const now = [draft.opens, given.clock.now()].sort()[1] ?? draft.opens;
  const call: Call = { ...draft, state: "open" };
  const cast = castOf(call, run, network, now);
  const deps = alone(given, call, cast, network, now);
  const refused: Refused[] = [];
  const step: Walk["step"] = async (name, act) => {
    try {
      await act();
      return true;
    } catch (refusal) {
      if (!(refusal instanceof DomainError) || name === doing) throw refusal;
      refused.push({ step: name, code: refusal.code });
      return false;
    }
  };
  const caseId = await begin(deps, call, cast, run);
  const walk: Walk = { deps, cast, call, caseId, now, refused, step };
  await writeSections(walk, run, doing);
  await bringDocuments(walk, run);
  await askProvider(walk, run);
  return walk;
}

/** Freezes the content; whether it was taken. @throws what it is refused with, where it was just sent. */
export async function sendIt({ deps, cast, caseId, step }: Walk): Promise<boolean> {
  const { organisationId } = cast.applicant;
  return step("send", () =>
    perform(deps, cast.actor("applicant", organisationId), "send", submitApplication, { caseId }),
  );
}

function alone(deps: Deps, call: Call, { items }: Cast, network: NetworkFile, now: Instant): Deps {
  let drawn = 0;
  const scratch = scratchStore([{ name: "call", value: call }, ...items]);
  // Owners whom the company names are looked up on the list in force; nothing else of the installation is read.
  const listed: readonly EntityName[] = ["sanctionList", "sanctionName"];
  const get: Store["get"] = (name, key) => (listed.includes(name) ? deps.store : scratch).get(name, key);
  return {
    ...deps,
    store: { ...scratch, get },
    clock: { ...deps.clock, now: () => now },
    network: { current: async () => network, refresh: () => undefined },
    // The same walk has the same ids, so that a page that is read again shows the same case.
    ids: { ulid: () => ulidAfter("0".repeat(26), ++drawn * 32 ** 4) },
    wake: () => undefined,
  };
}

async function begin(deps: Deps, call: Call, cast: Cast, { language }: DryRun): Promise<CaseId> {
  const { organisationId } = cast.applicant;
  const spoken = call.languages.includes(language) ? { language } : {};
  const input = { callId: call.callId, organisationId, ...spoken };
  // Begun while it is open: a draft whose days are over is told so by the requirement, like anybody who is late.
  const early: Deps = { ...deps, clock: { ...deps.clock, now: () => call.opens } };
  const { caseId } = await perform(early, cast.actor("applicant", organisationId), "start", startApplication, input);
  // No reference is drawn for a case that does not exist.
  const set = { reference: `${call.code}-DRY-RUN` };
  await deps.store.commit([{ op: "patch", name: "case", key: { caseId }, set, when: { status: "draft" } }]);
  return caseId;
}

async function writeSections(
  { deps, cast, call, caseId, step }: Walk,
  { sections }: DryRun,
  doing: DryStep | undefined,
): Promise<void> {
  const actor = cast.actor("applicant", cast.applicant.organisationId);
  for (const sectionId of sectionIdSchema.options) {
    const typed = sections[sectionId];
    if (typed === undefined) continue;
    // A question that the draft asks no more takes only its own answer along.
    const data = sectionId === "questions" && doing !== "questions" ? answersOwn(call.questions, typed) : typed;
    await step(sectionId, () => saveSection(deps, actor, { caseId, sectionId, data, version: undefined }));
  }
}

async function bringDocuments({ deps, cast, caseId, now, step }: Walk, { documents }: DryRun): Promise<void> {
  const actor = cast.actor("applicant", cast.applicant.organisationId);
  const facts = await readFiles(deps.store, caseId);
  for (const { fileId, slot, name, bytes } of documents) {
    await step("documents", async () => {
      const { organisationId, parkOnly } = placeFor(facts, actor, "document", slot);
      const value: CaseFile = {
        caseId,
        fileId,
        use: "document",
        slot,
        ...(parkOnly === undefined ? {} : { parkOnly }),
        name,
        bytes,
        status: "kept",
        sha256: deps.digest(`${name} ${bytes}`),
        organisationId,
        by: actor.personId,
        at: now,
        version: 0,
      };
      await deps.store.commit([{ op: "create", name: "file", value }]);
    });
  }
}

async function askProvider({ deps, cast, caseId, step }: Walk, { provider, offer }: DryRun): Promise<void> {
  if (provider === undefined) return;
  const applicant = cast.actor("applicant", cast.applicant.organisationId);
  const asked = await step("provider", () =>
    perform(deps, applicant, "provider", inviteProvider, { caseId, organisationId: provider }),
  );
  if (!asked || offer === undefined) return;
  const actor = cast.actor("provider", provider);
  const { answer, ...said } = offer;
  await step("offer", () =>
    answer === "declined"
      ? perform(deps, actor, "offer", declineOffer, { caseId })
      : perform(deps, actor, "offer", confirmOffer, { caseId, ...said }),
  );
}
