/** Taking a second factor away: fresh proof first, and staff keep one. */
import * as z from "zod";
import { type PersonActor, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { Person } from "../person/person.ts";
import { staffRoles } from "../person/role-grant.ts";
import type { Reader } from "../port/store.ts";
import { type Factor, factorLetter } from "./factor-letter.ts";
import { type Passkey, passkeySchema, type Totp } from "./session.ts";
import { requireFresh } from "./step-up.ts";

interface Facts {
  readonly owner: Person | undefined;
  readonly totp: Totp | undefined;
  readonly passkeys: readonly Passkey[];
}

async function readFacts(reader: Reader, personId: PersonActor["personId"]): Promise<Facts> {
  const [owner, totp, passkeys] = await Promise.all([
    reader.get("person", { personId }),
    reader.get("totp", { personId }),
    reader.list("passkey", { personId }),
  ]);
  return { owner, totp, passkeys };
}

export const removeFactorResult = z.object({ removed: z.literal(true) });
type Removed = Decision<z.infer<typeof removeFactorResult>>;

/** @throws forbidden `second-factor.stale`; conflict `second-factor.last` for staff's only one; not_found `passkey.not-found`. */
export const removePasskey = verb({
  name: "second-factor.remove-passkey",
  input: z.object({ credentialId: passkeySchema.shape.credentialId.max(1400) }),
  read: (reader: Reader, _input, actor): Promise<Facts> => readFacts(reader, requirePerson(actor).personId),
  decide({ owner, totp, passkeys }: Facts, actor, { credentialId }, moment): Removed {
    const person = requirePerson(actor);
    const { personId } = person;
    if (!passkeys.some((one) => one.credentialId === credentialId))
      throw new DomainError("not_found", "passkey.not-found");
    requireFresh(person, moment.now);
    if (passkeys.length === 1 && totp?.confirmedAt === undefined) refuseForStaff(person);
    const letter = told(owner, "passkey", moment);
    return {
      changes: [{ op: "remove", name: "passkey", key: { personId, credentialId } }, ...letter.changes],
      effects: letter.effects,
      events: [{ stream: `person:${personId}`, type: "second-factor.removed", facts: { kind: "passkey" } }],
      result: { removed: true },
    };
  },
});

/** @throws forbidden `second-factor.stale`; conflict `second-factor.last` for staff's only one, `second-factor.not-enrolled`. */
export const removeApp = verb({
  name: "second-factor.remove-app",
  input: z.strictObject({}),
  read: (reader: Reader, _input, actor): Promise<Facts> => readFacts(reader, requirePerson(actor).personId),
  decide({ owner, totp, passkeys }: Facts, actor, _input, moment): Removed {
    const person = requirePerson(actor);
    const { personId } = person;
    if (totp === undefined) throw new DomainError("conflict", "second-factor.not-enrolled");
    requireFresh(person, moment.now);
    if (passkeys.length === 0) refuseForStaff(person);
    const letter = told(owner, "app", moment);
    return {
      changes: [{ op: "remove", name: "totp", key: { personId } }, ...letter.changes],
      effects: letter.effects,
      events: [{ stream: `person:${personId}`, type: "second-factor.removed", facts: { kind: "app" } }],
      result: { removed: true },
    };
  },
});

function told(owner: Person | undefined, factor: Factor, moment: Moment) {
  return owner === undefined ? { changes: [], effects: [] } : factorLetter(owner, "removed", factor, moment);
}

function refuseForStaff({ grants }: PersonActor): void {
  if (grants.some(({ role }) => staffRoles.includes(role))) throw new DomainError("conflict", "second-factor.last");
}
