/** Cases in which one's organisations take part, as applicant or provider. */
import * as z from "zod";
import { offerSchema } from "../application/offer.ts";
import type { PersonActor } from "../kernel/actor.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Reader } from "../port/store.ts";
import { audienceOf, visibleSince, visibleStatus } from "./audience.ts";
import { caseViewSchema } from "./case-view.ts";

export const myCaseSchema = caseViewSchema
  .pick({
    caseId: true,
    reference: true,
    title: true,
    callId: true,
    audience: true,
    status: true,
    since: true,
    submittedAt: true,
  })
  .extend({ applicant: z.string(), provider: z.string().optional(), offer: offerSchema.shape.status.optional() });
export type MyCase = z.infer<typeof myCaseSchema>;

export async function myCases(reader: Reader, actor: PersonActor, now: Instant): Promise<MyCase[]> {
  const parts = (
    await Promise.all(actor.memberships.map(({ organisationId }) => reader.list("partyCase", { organisationId })))
  ).flat();
  const ids = [...new Set(parts.map(({ caseId }) => caseId))];
  const cases = await Promise.all(
    ids.map(async (caseId) => {
      const [one, offer] = await Promise.all([reader.get("case", { caseId }), reader.get("offer", { caseId })]);
      const audience = one === undefined ? undefined : audienceOf(actor, one, offer, [], now);
      if (one === undefined || audience === undefined) return undefined;
      return {
        caseId,
        reference: one.reference,
        title: one.title,
        callId: one.callId,
        audience: audience.kind,
        status: visibleStatus(one.status, audience),
        since: visibleSince(one, audience),
        submittedAt: one.submittedAt,
        applicant: one.applicantName,
        provider: one.providerName,
        offer: offer?.status,
      };
    }),
  );
  return cases.flatMap((one) => one ?? []).sort((a, b) => b.caseId.localeCompare(a.caseId));
}
