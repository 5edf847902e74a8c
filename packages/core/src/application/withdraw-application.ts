/** Withdrawal before a voucher exists: by the applicant, or by silence on a question; everything held for the case is freed. */
import * as z from "zod";
import type { AidGrant } from "../aid/group.ts";
import { freeAid } from "../aid/reserve.ts";
import type { Proposal } from "../decision/proposal.ts";
import type { Actor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { PostingDraft, Share } from "../ledger/posting.ts";
import { type Recipient, recipientsOf } from "../letter/recipient.ts";
import { joinLetters, letterChanges } from "../letter/write-letter.ts";
import type { Change, Reader } from "../port/store.ts";
import { answerTask, type Closing, cancelTasks } from "../task/answer.ts";
import { stopWorkflow } from "../task/start-workflow.ts";
import type { Task } from "../task/task.ts";
import { readAidGrants } from "../voucher/give-back.ts";
import { requireParty } from "../voucher/party.ts";
import { silentTask } from "../voucher/silence.ts";
import type { Case } from "./case.ts";
import { caseLetterData } from "./letter-data.ts";
import { moveCase } from "./move.ts";

interface Facts {
  readonly one: Case | undefined;
  readonly tasks: readonly Task[];
  readonly shares: readonly Share[];
  readonly proposals: readonly Proposal[];
  readonly aidGrants: readonly AidGrant[];
  readonly recipients: readonly Recipient[];
}

export const withdrawApplication = verb({
  name: "application.withdraw",
  input: z.object({ caseId: caseIdSchema }),
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const [one, tasks, shares, proposals] = await Promise.all([
      reader.get("case", { caseId }),
      reader.list("task", { caseId }),
      reader.list("share", { caseId }),
      reader.list("proposal", { caseId }),
    ]);
    if (one === undefined) return { one, tasks, shares, proposals, aidGrants: [], recipients: [] };
    const parties = [one.applicantId, ...(one.providerId === undefined ? [] : [one.providerId])];
    const [aidGrants, ...recipients] = await Promise.all([
      readAidGrants(reader, one),
      ...parties.map((organisationId) => recipientsOf(reader, { kind: "organisation", organisationId }, one)),
    ]);
    return {
      one,
      tasks,
      shares,
      proposals,
      aidGrants,
      recipients: [...new Map(recipients.flat().map((to) => [to.personId, to])).values()],
    };
  },
  decide(facts: Facts, actor, _input, moment): Decision<{ outcome: string }> {
    const { one, tasks, shares, aidGrants } = facts;
    if (one === undefined) throw new DomainError("not_found", "case.not-found");
    if (actor.kind === "person") requireParty(actor, one.applicantId, ["owner", "editor"], one);
    if (one.status === "withdrawn") return { changes: [], result: { outcome: "withdrawn" } };
    const silent = actor.kind === "system" ? requireSilence(tasks, moment) : undefined;
    const by = silent === undefined ? "applicant" : "silence";
    // Whom a draft asked by mail is nobody’s business any more.
    const { moved, changes, events } = moveCase(one, "withdrawn", { askedProvider: undefined }, moment, {
      type: "application.withdrawn",
      facts: { by },
    });
    const closing = closeTasks(one, tasks, silent, actor, moment);
    // Of a draft, no park knows; its parties see it on the page.
    const told = one.status === "draft" ? [] : facts.recipients;
    const letters = joinLetters(
      told.map((to) =>
        letterChanges(
          {
            kind: "withdrawn",
            key: `withdrawn:${to.personId}`,
            stream: one.caseId,
            caseId: one.caseId,
            to,
            data: { ...caseLetterData(moved, moment.network), by },
          },
          moment,
        ),
      ),
    );
    return {
      changes: [
        ...changes,
        ...closing.changes,
        ...freeAid(aidGrants, one.caseId),
        ...supersede(facts.proposals),
        ...letters.changes,
      ],
      postings: freedOf(one, shares),
      events,
      effects: [...closing.effects, ...letters.effects],
      result: { outcome: "withdrawn" },
    };
  },
});

/** The system withdraws only where a question stayed unanswered past its time. */
function requireSilence(tasks: readonly Task[], moment: Moment): Task {
  const silent = silentTask(tasks, "answer-question", moment.now);
  if (silent === undefined) throw new DomainError("conflict", "task.not-open", { kind: "answer-question" });
  return silent;
}

/** Silence is an answer that ends the workflow by itself; a withdrawal stops it. */
function closeTasks(
  one: Case,
  tasks: readonly Task[],
  silent: Task | undefined,
  actor: Actor,
  moment: Moment,
): Closing {
  const others = cancelTasks(
    tasks.filter((task) => task !== silent),
    actor,
    moment,
    false,
  );
  if (silent !== undefined) {
    const answered = answerTask(
      silent,
      { outcome: "withdrawn", round: silent.round, parks: [], slots: [] },
      actor,
      moment,
      "timed-out",
    );
    return { changes: [...answered.changes, ...others.changes], effects: answered.effects };
  }
  if (one.status === "draft") return others;
  return { changes: others.changes, effects: [stopWorkflow(one, "withdrawn by the applicant")] };
}

/** Everything still reserved, park by park: available ← reserved. */
function freedOf(one: Case, shares: readonly Share[]): PostingDraft[] {
  return shares
    .filter((share) => share.reserved > 0)
    .map((share) => ({
      ledger: share.ledger,
      to: "available",
      from: "reserved",
      amount: share.reserved,
      caseId: one.caseId,
      memo: "withdrawn",
    }));
}

function supersede(proposals: readonly Proposal[]): Change[] {
  return proposals
    .filter(({ status }) => status === "open" || status === "approved")
    .map(({ caseId, attempt, round, status }) => ({
      op: "patch",
      name: "proposal",
      key: { caseId, attempt, round },
      set: { status: "superseded" },
      when: { status },
    }));
}
