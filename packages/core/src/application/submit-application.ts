/** Submission: all that fails is said at once; then the content is frozen, the receipt written, the selection started. */
import * as z from "zod";
import { promisedUntil } from "../call/promised-decision.ts";
import { checkEligibility, failingOf } from "../eligibility/list.ts";
import type { CaseFile } from "../file/file.ts";
import { keptOf } from "../file/file-facts.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { type Recipient, recipientOf } from "../letter/recipient.ts";
import { joinLetters, letterChanges } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import type { Change, Reader } from "../port/store.ts";
import { startWorkflow } from "../task/start-workflow.ts";
import { requireParty } from "../voucher/party.ts";
import { firstLook } from "./ask-offer-again.ts";
import type { Case } from "./case.ts";
import { answersOf, type Gap, gapsOf } from "./completeness.ts";
import { contentOf } from "./content.ts";
import { documentsMissing } from "./documents.ts";
import { caseLetterData } from "./letter-data.ts";
import { moveCase } from "./move.ts";
import { questionGaps } from "./question-answer.ts";
import {
  type ApplicationFacts,
  asTold,
  eligibilityFactsOf,
  readApplication,
  requireApplication,
} from "./read-application.ts";

export interface Receipt {
  readonly reference: string;
  readonly submittedAt: Instant;
  /** SHA-256 of the frozen content, hex. */
  readonly contentHash: string;
}

interface Facts extends ApplicationFacts {
  readonly files: readonly CaseFile[];
  /** The contact of the case and the person who submits. */
  readonly recipients: readonly Recipient[];
}

/** Owner or editor of the applicant. @throws invalid `application.not-ready` with everything missing and every requirement that fails. */
export const submitApplication = verb({
  name: "application.submit",
  input: z.object({ caseId: caseIdSchema }),
  async read(reader: Reader, { caseId }, actor): Promise<Facts> {
    const [facts, files] = await Promise.all([readApplication(reader, caseId), reader.list("file", { caseId })]);
    const ids = new Set([
      ...(facts.one === undefined ? [] : [facts.one.contactId]),
      ...(actor.kind === "person" ? [actor.personId] : []),
    ]);
    const people = await Promise.all([...ids].map((personId) => reader.get("person", { personId })));
    return { ...facts, files, recipients: people.flatMap((person) => recipientOf(person) ?? []) };
  },
  decide(facts: Facts, actor, _input, moment): Decision<Receipt> {
    if (facts.one === undefined) throw new DomainError("not_found", "case.not-found");
    requireParty(actor, facts.one.applicantId, ["owner", "editor"], facts.one);
    const { one, call, sections, offer } = requireApplication(facts);
    if (one.status === "screening" && one.submittedAt !== undefined && one.contentHash !== undefined) {
      return {
        changes: [],
        result: { reference: one.reference, submittedAt: one.submittedAt, contentHash: one.contentHash },
      };
    }
    if (one.status !== "draft")
      throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "draft" });
    const eligibility = eligibilityFactsOf(asTold(facts), moment, "submit");
    const missing = [...gapsOf(sections), ...questionGaps(call.questions, sections)];
    const failing = failingOf(checkEligibility(eligibility));
    const { funding } = eligibility;
    const kept = keptOf(facts.files, "document");
    const documents = documentsMissing(call, kept);
    if (missing.length > 0 || failing.length > 0 || documents.length > 0 || funding === undefined) {
      const problems = problemsOf(missing);
      throw new DomainError("invalid", "application.not-ready", { missing, failing, documents, problems });
    }
    const contentHash = moment.digest(contentOf(one, sections, offer, kept));
    const title = answersOf(sections).project.title ?? one.title;
    const decisionBy = promisedUntil(call, moment.now, moment.network);
    const set: Partial<Case> = {
      title,
      submittedAt: moment.now,
      contentHash,
      requested: { ...funding.requested },
      // Whom it asked by mail beside its provider is nobody's business any more.
      askedProvider: undefined,
      ...(decisionBy === undefined ? {} : { decisionBy }),
    };
    const { moved, changes, events } = moveCase(one, "screening", set, moment, {
      type: "application.submitted",
      facts: { contentHash, requested: funding.requested, own: funding.own },
    });
    const letters = joinLetters(
      facts.recipients.map((to) =>
        letterChanges(
          {
            kind: "receipt",
            key: `receipt:${to.personId}`,
            stream: one.caseId,
            caseId: one.caseId,
            to,
            data: {
              ...caseLetterData(moved, moment.network),
              submittedAt: moment.now,
              zone: parkOf(moment.network, one.leadPark).zone,
              contentHash,
              ...(decisionBy === undefined ? {} : { decisionBy }),
            },
          },
          moment,
        ),
      ),
    );
    return {
      changes: [...changes, ...asRead(facts, kept), ...letters.changes],
      events,
      effects: [startWorkflow(moved), ...firstLook(moved, offer, moment), ...letters.effects],
      result: { reference: one.reference, submittedAt: moment.now, contentHash },
    };
  },
});

/** Each gap with the place where it is mended. */
function problemsOf(missing: readonly Gap[]): { path: string; message: string }[] {
  return missing.map(({ section, field, reason }) => ({
    path: `sections.${section}.${field}`,
    message: reason === "missing" ? "This is not answered." : "This cannot be read.",
  }));
}

/** What is frozen must still be what was read: a tab that saves at the same moment is not lost between the two. */
function asRead({ sections, offer }: ApplicationFacts, documents: readonly CaseFile[]): Change[] {
  const checks = sections.map(
    ({ caseId, sectionId, version }): Change => ({
      op: "check",
      name: "section",
      key: { caseId, sectionId },
      when: { version },
    }),
  );
  if (offer !== undefined)
    checks.push({ op: "check", name: "offer", key: { caseId: offer.caseId }, when: { version: offer.version } });
  for (const { caseId, fileId, version } of documents)
    checks.push({ op: "check", name: "file", key: { caseId, fileId }, when: { version } });
  return checks;
}
