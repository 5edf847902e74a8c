/** Secrets of cases that a HARD interest keeps staff from: for them these are not there, on no route (domain §3). */
import { undecided } from "./decision-secret.ts";
import { tied } from "./furniture.ts";
import type { Stored } from "./memory-store.ts";
import { everyPart, inside, type Secret, withoutCase } from "./secret-part.ts";

const untied = (personas: readonly string[]) => personas.filter((one) => !(tied as readonly string[]).includes(one));

/** Sums of the books are no case's: they stay, and only what they are made of is hidden. */
const sums: readonly Stored["name"][] = ["posting", "share", "aidGrant"];

export const interestSecrets: readonly Secret[] = [
  {
    what: "that glow exists, to staff with a HARD interest in its company",
    of: "glow",
    knownTo: (parts) => untied(everyPart(parts)),
    change: withoutCase,
  },
  {
    what: "that yeast is proposed for an award, to staff with a HARD interest in its company",
    of: "yeast",
    knownTo: (parts) => untied(inside(parts)),
    change: (one, caseId) => (sums.includes(one.name) ? one : undecided(one, caseId)),
  },
  {
    what: "in which batch cold is paid, to finance with a HARD interest in its company",
    of: "cold",
    knownTo: (parts) => untied(inside(parts)),
    change: (one) =>
      one.name === "batch" ? { ...one, value: { ...one.value, channel: "manual", status: "prepared" } } : one,
  },
];
