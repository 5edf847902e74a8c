/** The applicant asks a provider that is not in the list, by mail; asking another, or choosing one, ends it. */
import * as z from "zod";
import { type Actor, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, invitationIdSchema } from "../kernel/id.ts";
import { addDays, instantSchema } from "../kernel/instant.ts";
import { perform } from "../kernel/perform.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { providerAsked } from "../letter/kind/provider-asked.ts";
import { canonicalEmail, type Person, personSchema } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";
import type { Change, Reader } from "../port/store.ts";
import { takeFrom } from "../sign-in/limit.ts";
import { requireParty } from "../voucher/party.ts";
import { type AskedProvider, askedProviderDays, askedProviderMost } from "./asked-provider.ts";
import type { Case } from "./case.ts";
import { caseLetterData } from "./letter-data.ts";

export const askProviderInput = z.strictObject({
  caseId: caseIdSchema,
  name: z.string().trim().min(2).max(200),
  email: personSchema.shape.email.max(254),
});
export const askProviderResult = z.object({ invitationId: invitationIdSchema, validUntil: instantSchema });
export const takeBackAskResult = z.object({ withdrawn: z.literal(true) });

interface Facts {
  readonly one: Case | undefined;
  /** Who asks. */
  readonly person: Person | undefined;
  /** Who has the address already, if somebody has: written to in their language. */
  readonly known: Person | undefined;
}

/**
 * @throws not_found `case.not-found`; forbidden `actor.member-needed`; conflict `case.wrong-status`, `provider.asked-often`
 */
export const askProvider = verb({
  name: "application.ask-provider",
  input: askProviderInput,
  async read(reader: Reader, { caseId, email }, actor): Promise<Facts> {
    const [one, person, row] = await Promise.all([
      reader.get("case", { caseId }),
      actor.kind === "person" ? reader.get("person", { personId: actor.personId }) : undefined,
      reader.get("email", { email: canonicalEmail(email) }),
    ]);
    const known = row === undefined ? undefined : await reader.get("person", { personId: row.personId });
    return { one, person, known };
  },
  decide({ one, person, known }: Facts, actor, { name, email }, moment): Decision<z.infer<typeof askProviderResult>> {
    const draft = requireDraft(actor, one);
    const { personId } = requirePerson(actor);
    const times = (draft.askedProviders ?? 0) + 1;
    if (times > askedProviderMost)
      throw new DomainError("conflict", "provider.asked-often", { most: askedProviderMost });
    const asked: AskedProvider = {
      invitationId: moment.newId("inv"),
      name,
      email: canonicalEmail(email),
      askedBy: personId,
      askedAt: moment.now,
      validUntil: addDays(moment.now, askedProviderDays),
    };
    const letter = ownLetter(
      providerAsked,
      {
        kind: "provider-asked",
        key: `provider-asked:${asked.invitationId}`,
        stream: draft.caseId,
        caseId: draft.caseId,
        to: {
          ...(known === undefined ? {} : { personId: known.personId }),
          email: asked.email,
          name: known?.name ?? "",
          language: known?.language ?? person?.language ?? "en",
        },
        data: {
          ...caseLetterData(draft, moment.network),
          applicant: draft.applicantName,
          provider: name,
          until: asked.validUntil.slice(0, 10),
          path: `/provider-invitations/${draft.caseId}/${asked.invitationId}`,
        },
      },
      moment,
    );
    return {
      changes: [patchAsked(draft, asked, times), ...(known?.disabled === true ? [] : letter.changes)],
      events: [{ stream: draft.caseId, caseId: draft.caseId, type: "application.provider-asked", facts: { times } }],
      effects: known?.disabled === true ? [] : letter.effects,
      result: { invitationId: asked.invitationId, validUntil: asked.validUntil },
    };
  },
});

/** Letters to providers that are not listed: of one person a day, and to one address a day, whoever asks. */
const personMost = 10;
const addressMost = 3;

/** As `askProvider`. @throws unavailable `provider.asked-too-often` as well */
export async function askByMail(
  deps: Deps,
  actor: Actor,
  key: string,
  asked: z.infer<typeof askProviderInput>,
): Promise<z.infer<typeof askProviderResult>> {
  const { personId } = requirePerson(actor);
  // Whoever may not ask uses up nobody's letters, and is not told of them.
  requireDraft(actor, await deps.store.get("case", { caseId: asked.caseId }));
  const address = deps.digest(`provider-asked:${canonicalEmail(asked.email)}`);
  await takeFrom(deps, "provider.asked-too-often", [
    { scope: `provider.ask:${personId}`, most: personMost, windowSeconds: 86_400 },
    { scope: `provider.ask:${address}`, most: addressMost, windowSeconds: 86_400 },
  ]);
  return perform(deps, actor, key, askProvider, asked);
}

/** Taken back twice is once. @throws as `askProvider`; not_found `invitation.not-found` where nobody was asked */
export const takeBackAsk = verb({
  name: "application.take-back-ask",
  input: z.strictObject({ caseId: caseIdSchema }),
  read: async (reader: Reader, { caseId }) => ({ one: await reader.get("case", { caseId }) }),
  decide({ one }: { one: Case | undefined }, actor, _input, moment): Decision<z.infer<typeof takeBackAskResult>> {
    const draft = requireDraft(actor, one);
    const asked = draft.askedProvider;
    if (asked === undefined) throw new DomainError("not_found", "invitation.not-found");
    if (asked.withdrawnAt !== undefined) return { changes: [], result: { withdrawn: true } };
    return {
      changes: [patchAsked(draft, { ...asked, withdrawnAt: moment.now }, draft.askedProviders)],
      events: [{ stream: draft.caseId, caseId: draft.caseId, type: "application.provider-ask-withdrawn", facts: {} }],
      result: { withdrawn: true },
    };
  },
});

function requireDraft(actor: Actor, one: Case | undefined): Case {
  requirePerson(actor);
  if (one === undefined) throw new DomainError("not_found", "case.not-found");
  requireParty(actor, one.applicantId, ["owner", "editor"], one);
  if (one.status !== "draft")
    throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "draft" });
  return one;
}

/** Of two at once, one is decided again. */
function patchAsked(
  { caseId, version }: Case,
  askedProvider: AskedProvider,
  askedProviders: number | undefined,
): Change {
  const set = { askedProvider, askedProviders };
  return { op: "patch", name: "case", key: { caseId }, set, when: { status: "draft", version } };
}
