/** A manager finds an organisation to be what it says it is, or not: nothing is issued to one that is not verified. */
import * as z from "zod";
import { isMember, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { organisationIdSchema } from "../kernel/id.ts";
import { checkRegisterId } from "../kernel/register-id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { organisationChecked } from "../letter/kind/organisation-checked.ts";
import { type Recipient, recipientOf } from "../letter/recipient.ts";
import { joinLetters } from "../letter/write-letter.ts";
import { registerSchemeOf } from "../network/network-file.ts";
import { tiesInForce } from "../person/tie.ts";
import type { Reader } from "../port/store.ts";
import { type Organisation, organisationSchema } from "./organisation.ts";
import { withProvenNumber } from "./own-number.ts";

export const verifyOrganisationInput = z.strictObject({
  organisationId: organisationIdSchema,
  outcome: organisationSchema.shape.verification,
  /** What was looked at, or what is wrong. */
  reason: z.string().trim().min(1).max(500),
  noInterest: z.literal(true),
  /** The version that was looked at: what changed since is looked at again. */
  version: z.number().int().min(0),
});
export const verifyOrganisationResult = z.object({ verification: organisationSchema.shape.verification });

interface Facts {
  readonly organisation: Organisation | undefined;
  readonly owners: readonly Recipient[];
}

/**
 * Managers of any park who do not belong to it; its owners are told, with the reason.
 * @throws not_found `organisation.not-found` for whoever manages nothing there; forbidden `duties.own-organisation`, `duties.interest`; conflict
 * `organisation.changed`, `register-id.shape` and `register-id.check-digit` where the number cannot be right
 */
export const verifyOrganisation = verb({
  name: "organisation.verify",
  input: verifyOrganisationInput,
  async read(reader: Reader, { organisationId }): Promise<Facts> {
    const [organisation, members] = await Promise.all([
      reader.get("organisation", { organisationId }),
      reader.list("member", { organisationId }),
    ]);
    const owners = await Promise.all(
      members.filter(({ level }) => level === "owner").map(({ personId }) => reader.get("person", { personId })),
    );
    return { organisation, owners: owners.flatMap((person) => recipientOf(person) ?? []) };
  },
  decide(
    { organisation, owners }: Facts,
    actor,
    { outcome, reason, version },
    moment,
  ): Decision<z.infer<typeof verifyOrganisationResult>> {
    const person = requirePerson(actor);
    if (organisation === undefined || !mayVerify(person.grants, moment.now))
      throw new DomainError("not_found", "organisation.not-found");
    if (organisation.mergedInto !== undefined) throw new DomainError("conflict", "organisation.merged");
    const { organisationId, registerScheme, registerId } = organisation;
    if (isMember(person, organisationId, ["owner", "editor", "finance", "viewer"]))
      throw new DomainError("forbidden", "duties.own-organisation");
    if (tiesInForce(person, moment.now).some((tie) => tie.level === "HARD" && tie.organisationId === organisationId))
      throw new DomainError("forbidden", "duties.interest");
    if (organisation.version !== version) throw new DomainError("conflict", "organisation.changed");
    const scheme = registerSchemeOf(moment.network, registerScheme);
    const checked = checkRegisterId(scheme, registerId);
    if (outcome === "verified" && !checked.ok)
      throw new DomainError("conflict", `register-id.${checked.reason}`, {
        scheme: registerScheme,
        typed: registerId,
        example: scheme.example,
      });
    const verifiedBy = { personId: person.personId, at: moment.now, reason };
    const { ownAccount, ...rest } = organisation;
    const kept = outcome === "verified" || ownAccount === undefined ? rest : organisation;
    const letters = joinLetters(
      owners.map((to) =>
        ownLetter(
          organisationChecked,
          {
            kind: "organisation-checked",
            key: `organisation-checked:${organisationId}:${version}:${to.personId}`,
            stream: `organisation:${organisationId}`,
            to,
            data: {
              organisation: organisation.legalName,
              outcome,
              reason,
              path: `/organisations/${organisationId}`,
            },
          },
          moment,
        ),
      ),
    );
    const found = { ...kept, verification: outcome, verifiedBy };
    const value = outcome === "verified" ? withProvenNumber(found) : found;
    return {
      changes: [{ op: "replace", name: "organisation", value }, ...letters.changes],
      events: [
        {
          stream: `organisation:${organisationId}`,
          type: "organisation.verification",
          from: organisation.verification,
          to: outcome,
        },
      ],
      effects: letters.effects,
      result: { verification: outcome },
    };
  },
});

type Grants = ReturnType<typeof requirePerson>["grants"];

/** Managers of any park: whoever pays needs to know, and the home park may have no staff (an associate). */
export function mayVerify(grants: Grants, now: string): boolean {
  return grants.some(({ role, until }) => role === "manager" && (until === undefined || now < until));
}
