/** The only place that makes up applications for a call that nobody has applied to yet: drawn by a seed from earlier cases, or from plain assumptions. */
import type { Call } from "../../call/call.ts";
import type { CaseId } from "../../kernel/id.ts";
import type { NetworkFile } from "../../network/network-file.ts";
import { sectors } from "../../network/taxonomy.ts";
import type { Language } from "../../person/person.ts";
import type { Chance } from "../assignment/chance.ts";
import type { CaseParties } from "../conflict/conflict.ts";

/** An earlier case: who took part, and what was asked (minor units of the call's currency) where that compares. */
export interface Earlier {
  readonly on: CaseParties;
  readonly amount: number | undefined;
}

/** How often something is drawn, against the others of its list. */
export interface Weight {
  readonly id: string;
  readonly weight: number;
}

/** What a manager set by hand; it replaces that part of the earlier cases or assumptions. */
export interface ByHand {
  readonly languages?: readonly Weight[] | undefined;
  /** Home parks of the companies. */
  readonly homes?: readonly Weight[] | undefined;
  /** Parks of the providers. */
  readonly providers?: readonly Weight[] | undefined;
  /** Minor units of the call's currency. */
  readonly amount?: number | undefined;
}

export interface Mix {
  /** Empty: there are too few, and all of it is assumed. */
  readonly earlier: readonly Earlier[];
  readonly byHand: ByHand;
  readonly assumed: {
    readonly languages: readonly Weight[];
    readonly homes: readonly Weight[];
    readonly providers: readonly Weight[];
    readonly sectors: readonly Weight[];
    readonly amount: number;
  };
}

export interface Imagined {
  readonly caseId: CaseId;
  /** What one with the same key is like, is the same but for amount and time. */
  readonly key: string;
  readonly on: CaseParties & { readonly language: Language };
  /** Minor units of the call's currency. */
  readonly amount: number;
  /** When it comes, as a part of the time in which the call is open: 0 to 1. */
  readonly comes: number;
}

/** Fewer earlier cases than this would be the same few companies again and again. */
export const earlierLeast = 5;

/** Each language, park and sector of the call alike, and every application asks for the most. */
export function assumedFor(call: Call, network: NetworkFile): Mix["assumed"] {
  const alike = (ids: readonly string[]): Weight[] => ids.map((id) => ({ id, weight: 1 }));
  const near = network.parks.filter(({ country }) => call.eligibleCountries.includes(country)).map(({ id }) => id);
  const open = call.sectors.length > 0 ? call.sectors : sectors.map(({ id }) => id);
  return {
    languages: alike(call.languages),
    homes: alike(near.length > 0 ? near : call.payers.map(({ parkId }) => parkId)),
    providers: alike(network.parks.map(({ id }) => id)),
    sectors: alike(open.filter((id) => call.excludedSectors?.includes(id) !== true)),
    amount: call.maximumAward,
  };
}

/** In the order in which they come. */
export function imagine(call: Call, mix: Mix, count: number, next: Chance): Imagined[] {
  const times = Array.from({ length: count }, next).sort((a, b) => a - b);
  return times.map((comes, at) => ({ ...one(call, mix, next), caseId: `app_imagined${at + 1}`, comes }));
}

function one(call: Call, { earlier, byHand, assumed }: Mix, next: Chance): Omit<Imagined, "caseId" | "comes"> {
  const at = Math.floor(next() * earlier.length);
  const base = earlier[at];
  const language = languageOf(call, base?.on.language, byHand.languages, assumed.languages, next);
  const home = byHand.homes !== undefined ? drawn(byHand.homes, next) : (homeOf(base) ?? drawn(assumed.homes, next));
  const provider = providerOf(call, home, base, byHand.providers ?? [], assumed.providers, next);
  const sector = base === undefined ? drawn(assumed.sectors, next) : base.on.sector;
  const asked = byHand.amount ?? base?.amount ?? assumed.amount;
  const [company, supplier, ...others] = base?.on.parties ?? [stranger("company"), stranger("provider")];
  const parties = [
    ...(company === undefined ? [] : [{ ...company, homePark: home }]),
    ...(supplier === undefined ? [] : [{ ...supplier, homePark: provider }]),
    ...others,
  ];
  return {
    key: [base === undefined ? "-" : at, language, home, provider, sector].join(" "),
    amount: Math.min(Math.max(asked, call.minimumAward), call.maximumAward),
    on: {
      persons: base?.on.persons ?? [],
      past: base?.on.past ?? [],
      // Who screens it, nobody knows yet.
      actedBy: [],
      parties,
      payingParks: call.payers.map(({ parkId }) => parkId),
      providerPark: provider,
      language,
      sector,
    },
  };
}

function languageOf(
  { languages }: Call,
  before: string | undefined,
  byHand: readonly Weight[] | undefined,
  assumed: readonly Weight[],
  next: Chance,
): Language {
  const kept = languages.find((language) => byHand === undefined && language === before);
  return kept ?? ((drawn(byHand ?? assumed, next) ?? languages[0] ?? "en") as Language);
}

const homeOf = (base: Earlier | undefined) => base?.on.parties[0]?.homePark;

/** Where the call wants a provider of another park, those of the company's own park are not drawn. */
function providerOf(
  { crossParkRequired }: Call,
  home: string | undefined,
  base: Earlier | undefined,
  byHand: readonly Weight[],
  assumed: readonly Weight[],
  next: Chance,
): string | undefined {
  const may = (park: string | undefined) => !crossParkRequired || park !== home;
  const before = base?.on.providerPark;
  if (byHand.length === 0 && base !== undefined && may(before)) return before;
  const wanted = byHand.filter(({ id }) => may(id));
  return drawn(wanted.length > 0 ? wanted : assumed.filter(({ id }) => may(id)), next);
}

function stranger(name: string): CaseParties["parties"][number] {
  return {
    organisationId: `org_imagined-${name}`,
    homePark: undefined,
    headcount: undefined,
    members: [],
    departments: [],
  };
}

function drawn(weights: readonly Weight[], next: Chance): string | undefined {
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  let rest = next() * sum;
  for (const { id, weight } of weights) {
    rest -= weight;
    if (rest < 0) return id;
  }
  return weights.at(-1)?.id;
}

export interface Part {
  readonly id: string;
  readonly percent: number;
}

/** What is drawn from, in percent: as set by hand, else as the earlier cases were, else as assumed. */
export function sharesOf(
  { earlier, byHand, assumed }: Mix,
  { languages }: Pick<Call, "languages">,
): { languages: Part[]; homes: Part[]; providers: Part[] } {
  const counted = (ids: readonly (string | undefined)[]): Weight[] =>
    [...Map.groupBy(ids, (id) => id)].flatMap(([id, all]) => (id === undefined ? [] : [{ id, weight: all.length }]));
  const share = (set: readonly Weight[] | undefined, were: readonly Weight[], otherwise: readonly Weight[]): Part[] => {
    const used = set ?? (were.length > 0 ? were : otherwise);
    const sum = used.reduce((total, { weight }) => total + weight, 0);
    return used.map(({ id, weight }) => ({ id, percent: Math.round((100 * weight) / sum) }));
  };
  const spoken = earlier.map(({ on }) => languages.find((language) => language === on.language));
  return {
    languages: share(byHand.languages, counted(spoken), assumed.languages),
    homes: share(byHand.homes, counted(earlier.map(homeOf)), assumed.homes),
    providers: share(byHand.providers, counted(earlier.map(({ on }) => on.providerPark)), assumed.providers),
  };
}
