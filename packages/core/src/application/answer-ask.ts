/** Whoever was asked by mail takes it up for an organisation of theirs; its offer is then asked for as of any provider. */
import * as z from "zod";
import { isMember, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, invitationIdSchema, organisationIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { organisationOf } from "../organisation/family.ts";
import type { Organisation } from "../organisation/organisation.ts";
import type { Person } from "../person/person.ts";
import type { Reader } from "../port/store.ts";
import { isAskOpen, requireAsked } from "./asked-provider.ts";
import type { Case } from "./case.ts";
import { providerChanges, refuseUnfit } from "./invite-provider.ts";
import type { Offer } from "./offer.ts";

export const answerAskResult = z.object({ outcome: z.literal("invited") });

interface Facts {
  readonly one: Case | undefined;
  readonly offer: Offer | undefined;
  readonly person: Person | undefined;
  /** The applicant as it counts today: the kept one where two were merged. */
  readonly applicantId: Case["applicantId"] | undefined;
  readonly provider: Organisation | undefined;
}

/**
 * Only who signed in with the address that it was sent to; for everybody else there is none.
 * @throws not_found `invitation.not-found`, `organisation.not-found`; conflict `provider.ask-over`; as `refuseUnfit`
 */
export const answerAsk = verb({
  name: "application.answer-ask",
  input: z.strictObject({
    caseId: caseIdSchema,
    invitationId: invitationIdSchema,
    organisationId: organisationIdSchema,
  }),
  async read(reader: Reader, { caseId, organisationId }, actor): Promise<Facts> {
    const [one, offer, person, provider] = await Promise.all([
      reader.get("case", { caseId }),
      reader.get("offer", { caseId }),
      actor.kind === "person" ? reader.get("person", { personId: actor.personId }) : undefined,
      organisationOf(reader, organisationId),
    ]);
    const applicant = one === undefined ? undefined : await organisationOf(reader, one.applicantId);
    return { one, offer, person, applicantId: applicant?.organisationId, provider };
  },
  decide(
    { one, offer, person, applicantId, provider }: Facts,
    actor,
    { invitationId },
    moment,
  ): Decision<z.infer<typeof answerAskResult>> {
    requirePerson(actor);
    const { draft, asked } = requireAsked(one, person?.email, invitationId);
    if (!isAskOpen(asked, moment.now)) throw new DomainError("conflict", "provider.ask-over");
    if (provider === undefined || !isMember(actor, provider.organisationId, ["owner", "editor"]))
      throw new DomainError("not_found", "organisation.not-found");
    refuseUnfit(draft, applicantId, provider, [person]);
    if (offer !== undefined && offer.status !== "declined") {
      if (offer.providerId === provider.organisationId) return { changes: [], result: { outcome: "invited" } };
      // What another has confirmed meanwhile goes only by the applicant's own word.
      if (offer.status === "confirmed") throw new DomainError("conflict", "provider.ask-over");
    }
    const { caseId } = draft;
    return {
      changes: providerChanges(
        draft,
        offer,
        provider,
        { by: asked.askedBy, at: asked.askedAt },
        { version: draft.version },
      ),
      events: [
        {
          stream: caseId,
          caseId,
          type: "application.provider-invited",
          facts: { providerId: provider.organisationId },
        },
      ],
      result: { outcome: "invited" },
    };
  },
});
