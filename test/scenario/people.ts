/** Who tells the voucher's story: eight people of the demonstration, and its reviewers by id. */
import { demoPeople, demoPersonId } from "@multihelix/local/seed/seed-steps.ts";

function emailOf(persona: string): string {
  const found = demoPeople.find((one) => one.persona === persona);
  if (found === undefined) throw new Error(`the demonstration has no persona ${persona}`);
  return found.email;
}

/** Who tells a story, by e-mail address, and where it is told. */
export interface People {
  callCode: string;
  /** What the applicant types to find the provider. */
  providerSearch: string;
  sme: string;
  provider: string;
  manager: string;
  secondManager: string;
  approver: string;
  finance: string;
  secondFinance: string;
  redress: string;
  /** Person id → address. */
  reviewers: Readonly<Record<string, string>>;
}

export const people: People = {
  callCode: "LIM-V26",
  providerSearch: "Skånska Mätlabbet",
  sme: emailOf("sme-owner"),
  provider: emailOf("provider-lund"),
  manager: emailOf("limburg-manager"),
  secondManager: emailOf("limburg-second-manager"),
  approver: emailOf("limburg-approver"),
  finance: emailOf("limburg-finance"),
  secondFinance: emailOf("limburg-second-finance"),
  redress: emailOf("limburg-redress"),
  reviewers: Object.fromEntries(
    demoPeople
      .filter(({ persona }) => persona.startsWith("reviewer-"))
      .map(({ persona, email }) => [demoPersonId(persona), email]),
  ),
};

/** What differs between the places where a story is told. */
export interface Setting {
  people: People;
  /** The park that leads and pays, and its currency. */
  park: string;
  currency: string;
  /** The product's time, epoch milliseconds: where its clock was moved, days of stories move with it. */
  now(): number;
}

/** The line of the Welsh call: a Welsh company, a provider in Lund. */
export const welshPeople: People = {
  ...people,
  callCode: "WAL-V26",
  sme: emailOf("wales-sme-owner"),
  manager: emailOf("wales-manager"),
  secondManager: emailOf("wales-second-manager"),
  approver: emailOf("wales-approver"),
  finance: emailOf("wales-finance"),
  secondFinance: emailOf("wales-second-finance"),
  redress: emailOf("wales-redress"),
};

/** The line of the Canadian call: a company in Sherbrooke, a provider in Lund whose work in Canada is taxed. */
export const sherbrookePeople: People = {
  ...people,
  callCode: "SHE-V26",
  sme: emailOf("givre-owner"),
  manager: emailOf("sherbrooke-manager"),
  secondManager: emailOf("sherbrooke-second-manager"),
  approver: emailOf("sherbrooke-approver"),
  finance: emailOf("sherbrooke-finance"),
  secondFinance: emailOf("sherbrooke-second-finance"),
  redress: emailOf("sherbrooke-redress"),
};

/** The same time, told in Sherbrooke. */
export function inSherbrooke<S extends Setting>(setting: S): S {
  return { ...setting, people: sherbrookePeople, park: "sherbrooke", currency: "CAD" };
}

/** The same time, told in Wales. */
export function inWales<S extends Setting>(setting: S): S {
  return { ...setting, people: welshPeople, park: "wales", currency: "GBP" };
}

export const demoSetting: Setting = { people, park: "limburg", currency: "EUR", now: Date.now };
