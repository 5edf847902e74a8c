/** All decisions of a call that wait to be released, with every letter, the sums per park and the aid effect; and the runs that released others, with the delivery of each letter. */
import * as z from "zod";
import { headroomViewSchema, viewHeadroom } from "../application/check-application.ts";
import { latestProposal } from "../decision/decision-facts.ts";
import { previewRelease, readRelease } from "../decision/release-plan.ts";
import { releaseEntrySchema, releaseRunSchema } from "../decision/release-run/release-run.ts";
import { againstRelease } from "../decision/release-run/start-release-run.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { isDomainError } from "../kernel/error.ts";
import { type CallId, type CaseId, callIdSchema, caseIdSchema } from "../kernel/id.ts";
import { moneySchema } from "../kernel/money.ts";
import { momentOf } from "../kernel/perform.ts";
import type { Moment } from "../kernel/verb.ts";
import { letterSchema } from "../letter/letter.ts";
import type { Deps } from "../port/deps.ts";
import { audienceOf } from "./audience.ts";
import { namesOfIds } from "./names.ts";
import { releasePreviewSchema } from "./release-view.ts";
import { requireReader } from "./run-access.ts";

const deliverySchema = letterSchema
  .pick({ letterId: true, kind: true, subject: true, status: true, sentAt: true, openedAt: true, refusal: true })
  .extend({ to: z.string() });

export const releaseDeskSchema = z.object({
  callId: callIdSchema,
  code: z.string(),
  leadPark: z.string(),
  /** The reader may release. */
  mine: z.boolean(),
  ready: z.array(
    releasePreviewSchema.omit({ letters: true, headrooms: true }).extend({
      caseId: caseIdSchema,
      reference: z.string(),
      title: z.string(),
      applicant: z.string(),
      hash: z.string(),
      /** Code of what stands against this reader releasing it. */
      against: z.string().optional(),
      headrooms: z.array(
        headroomViewSchema.pick({
          basis: true,
          jurisdiction: true,
          currency: true,
          room: true,
          asked: true,
          fits: true,
        }),
      ),
      letters: releasePreviewSchema.shape.letters,
    }),
  ),
  /** Of all that wait, per paying park in its own currency. */
  totals: z.array(z.object({ parkId: z.string(), amount: moneySchema })),
  runs: z.array(
    releaseRunSchema.omit({ cases: true, version: true }).extend({
      startedByName: z.string(),
      done: z.number().int(),
      cases: z.array(releaseEntrySchema.omit({ hash: true }).extend({ letters: z.array(deliverySchema) })),
    }),
  ),
});
export type ReleaseDesk = z.infer<typeof releaseDeskSchema>;

const decisionKinds = new Set([
  "decision-award",
  "decision-rejection",
  "mfa-notification",
  "declaration-asked",
  "offer-over",
  "voucher",
  "voucher-terms",
]);
const runsShown = 5;

/** Staff of the lead park, auditors and the secretary. @throws not_found `call.not-found`; forbidden `actor.role-needed`. */
export async function readReleaseDesk(deps: Deps, actor: PersonActor, callId: CallId): Promise<ReleaseDesk> {
  const { mine } = await requireReader(deps, actor, callId);
  const call = await deps.store.get("call", { callId });
  const leadPark = call?.leadPark ?? "";
  const [rows, runs, network] = await Promise.all([
    deps.store.list("row", { parkId: leadPark, callId }),
    deps.store.list("releaseRun", { callId }),
    deps.network.current(),
  ]);
  const moment = momentOf(deps, deps.ids.ulid(), network);
  const waiting = rows.filter(({ status }) => status === "approved").map(({ caseId }) => caseId);
  const ready = (await Promise.all(waiting.map((caseId) => readyOf(deps, actor, caseId, moment)))).flatMap(
    (one) => one ?? [],
  );
  const shown = runs.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt)).slice(0, runsShown);
  const names = await namesOfIds(deps.store, [...new Set(shown.map(({ startedBy }) => startedBy))]);
  return {
    callId,
    code: call?.code ?? "",
    leadPark,
    mine,
    ready: ready.toSorted((a, b) => a.reference.localeCompare(b.reference)),
    totals: totalsOf(ready),
    runs: await Promise.all(
      shown.map(async ({ cases, version: _, ...run }) => ({
        ...run,
        startedByName: names[run.startedBy] ?? "",
        done: cases.filter(({ outcome }) => outcome !== undefined).length,
        cases: await Promise.all(
          cases.map(async ({ hash: _hash, ...entry }) => ({
            ...entry,
            letters: entry.outcome === undefined ? [] : await deliveriesOf(deps, entry.caseId),
          })),
        ),
      })),
    ),
  };
}

async function readyOf(
  deps: Deps,
  actor: PersonActor,
  caseId: CaseId,
  moment: Moment,
): Promise<ReleaseDesk["ready"][number] | undefined> {
  const facts = await readRelease(deps.store, caseId);
  const { one } = facts;
  const proposal = latestProposal(facts);
  // A row is a little older than its case.
  if (one?.status !== "approved" || proposal === undefined) return undefined;
  // Whoever has another part in the case learns nothing here.
  const audience = audienceOf(actor, one, facts.offer, facts.slots, moment.now);
  if (audience?.kind !== "staff" && audience?.kind !== "auditor") return undefined;
  try {
    const { letters, headrooms, ...preview } = previewRelease(facts, moment);
    const against = againstRelease(facts, actor, undefined, moment.now);
    return {
      ...preview,
      shares: [...preview.shares],
      failing: [...preview.failing],
      caseId,
      reference: one.reference,
      title: one.title,
      applicant: one.applicantName,
      hash: proposal.contentHash,
      ...(against === undefined ? {} : { against }),
      headrooms: headrooms.map(viewHeadroom).map(({ basis, jurisdiction, currency, room, asked, fits }) => ({
        basis,
        jurisdiction,
        ...(currency === undefined ? {} : { currency }),
        ...(room === undefined ? {} : { room }),
        ...(asked === undefined ? {} : { asked }),
        fits,
      })),
      letters: letters.map(({ kind, to, language, subject, text, html }) => ({
        kind,
        to,
        language,
        subject,
        text,
        html,
      })),
    };
  } catch (error) {
    // Its page says what is wrong with it; the others can be released.
    if (isDomainError(error) && error.kind === "conflict") return undefined;
    throw error;
  }
}

function totalsOf(ready: ReleaseDesk["ready"]): ReleaseDesk["totals"] {
  const sums = new Map<string, ReleaseDesk["totals"][number]>();
  for (const { shares } of ready)
    for (const { parkId, amount } of shares) {
      const before = sums.get(parkId)?.amount.amount ?? 0;
      if (amount.amount > 0)
        sums.set(parkId, { parkId, amount: { amount: before + amount.amount, currency: amount.currency } });
    }
  return [...sums.values()].toSorted((a, b) => a.parkId.localeCompare(b.parkId));
}

async function deliveriesOf(deps: Deps, caseId: CaseId): Promise<z.infer<typeof deliverySchema>[]> {
  const letters = await deps.store.list("letter", { stream: caseId });
  return letters
    .filter(({ kind }) => decisionKinds.has(kind))
    .map(({ letterId, kind, subject, status, sentAt, openedAt, refusal, to }) => ({
      letterId,
      kind,
      subject,
      status,
      ...(sentAt === undefined ? {} : { sentAt }),
      ...(openedAt === undefined ? {} : { openedAt }),
      ...(refusal === undefined ? {} : { refusal }),
      to: to.name,
    }));
}
