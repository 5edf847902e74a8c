/** The demonstration as acts: who does what under which key, in order, through the same verbs as everybody. */
import { sha256 } from "@multihelix/adapters/system/secrets.ts";
import { callIdOf, createCall } from "@multihelix/core/call/create-call.ts";
import { poseChallenge } from "@multihelix/core/call/pose-challenge.ts";
import { publishCall } from "@multihelix/core/call/publish-call.ts";
import type { Actor } from "@multihelix/core/kernel/actor.ts";
import type { PersonId } from "@multihelix/core/kernel/id.ts";
import { toZonedDateString } from "@multihelix/core/kernel/instant.ts";
import { namedId } from "@multihelix/core/kernel/named-id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Verb } from "@multihelix/core/kernel/verb.ts";
import type { LedgerKey } from "@multihelix/core/ledger/posting.ts";
import { setBudget } from "@multihelix/core/ledger/set-budget.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { budgetYearOf } from "@multihelix/core/network/fund.ts";
import { fundOf, parkOf } from "@multihelix/core/network/network-file.ts";
import { applyOrganisation } from "@multihelix/core/organisation/apply-organisation.ts";
import { organisationIdOf } from "@multihelix/core/organisation/organisation-id.ts";
import { applyPerson } from "@multihelix/core/person/apply-person.ts";
import { actsOf, type PeopleFileInput, peopleFileSchema } from "@multihelix/core/person/people-file.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { type DemoCall, demoCalls } from "./calls.ts";
import { demoChallenges } from "./challenges.ts";
import { toldOwners } from "./companies.ts";
import { demoOrganisations } from "./organisations.ts";
import { type DemoPerson, demoOutsiders } from "./personas.ts";
import { demoStaff } from "./staff.ts";

export interface SeedStep {
  /** The seed itself, or a persona. */
  readonly actor: string;
  readonly key: string;
  /** `noun.verb`. */
  readonly verb: string;
  readonly input: unknown;
  perform(deps: Deps, actor: Actor): Promise<unknown>;
}

export const demoPeople: readonly DemoPerson[] = [...demoOutsiders, ...toldOwners, ...demoStaff];

/** Invented people may have ids that follow from a name. */
export function demoPersonId(persona: string): PersonId {
  return namedId("per", `demo/${persona}`, sha256);
}

/** The people file of the demonstration, as an operator would write it. */
export function demoPeopleFile(): PeopleFileInput {
  return {
    schema: 1,
    organisations: [...demoOrganisations],
    persons: demoPeople.map(({ persona, part: _, ...person }) => ({ ...person, personId: demoPersonId(persona) })),
  };
}

/** All acts after the network file is in force; each is done once, however often the list is gone through. */
export function seedSteps(): SeedStep[] {
  const { organisations, persons } = actsOf(peopleFileSchema.parse(demoPeopleFile()), demoNetwork(), sha256);
  return [
    ...organisations.map((act) =>
      step("seed", `seed:organisation:${act.registerScheme}:${act.registerId}`, applyOrganisation, act),
    ),
    ...persons.map((act) => step("seed", `seed:person:${act.email}`, applyPerson, act)),
    ...demoChallenges.map(({ poser, registerScheme, registerId, ...challenge }) => {
      const organisationId = organisationIdOf(demoNetwork(), { registerScheme, registerId }, sha256);
      return step(poser, `seed:challenge:${registerId}`, poseChallenge, { ...challenge, organisationId });
    }),
    ...demoCalls.flatMap(stepsOfCall),
  ];
}

function stepsOfCall({ call, drafter, publisher, budgets }: DemoCall): SeedStep[] {
  const callId = callIdOf(call.code, sha256);
  return [
    step(drafter, `seed:call:${call.code}`, createCall, call),
    ...budgets.map(({ parkId, amount, by }) =>
      step(by, `seed:budget:${call.code}:${parkId}`, setBudget, { ledger: ledgerOf(call, parkId), amount }),
    ),
    ...(publisher === undefined ? [] : [step(publisher, `seed:publish:${call.code}`, publishCall, { callId })]),
  ];
}

/** The ledger key that `createCall` gives the payer. */
function ledgerOf(call: DemoCall["call"], parkId: string): LedgerKey {
  const network = demoNetwork();
  const { currency, zone } = parkOf(network, parkId);
  const fundId = call.payers.find((payer) => payer.parkId === parkId)?.fundId ?? "";
  const budgetYear = budgetYearOf(fundOf(network, fundId), toZonedDateString(call.opens, zone));
  return { parkId, fundId, callId: callIdOf(call.code, sha256), budgetYear, currency };
}

function step<I, F, R>(actor: string, key: string, verb: Verb<I, F, R>, input: I): SeedStep {
  return { actor, key, verb: verb.name, input, perform: (deps, who) => perform(deps, who, key, verb, input) };
}
