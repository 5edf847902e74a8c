/** Secrets of people and organisations: profiles, second factors, accounts, roles in other parks. */
import { demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import type { Parts } from "./part.ts";
import { readers } from "./part.ts";
import type { Secret } from "./secret.ts";

const managing = readers.filter((persona) => /-(manager|second-manager|substitute)$/.test(persona));
const inside = ({ staff, network }: Parts) => [...staff, ...network];

export const personSecrets: readonly Secret[] = [
  {
    what: "a reviewer's interests and employers",
    of: "gut",
    about: "reviewer-uppsala",
    // And to the reviewer, whose profile it is.
    knownTo: (parts) => [...inside(parts), ...managing, "reviewer-uppsala"],
    change(one) {
      if (one.name !== "person" || one.value.personId !== demoPersonId("reviewer-uppsala")) return one;
      const { reviewer } = one.value;
      if (reviewer === undefined) return one;
      const interests = [{ organisationId: "org_01K8Z3V5J0QW4R7T9Y2B6C8D1F", kind: "equity" as const }];
      return { ...one, value: { ...one.value, reviewer: { ...reviewer, interests, capacity: 1 } } };
    },
  },
  {
    what: "until when somebody of another park holds a role",
    of: "glass",
    about: "lund-manager",
    // Also who could stand in for a gap: the secretary gives every role, Lund's managers those of Lund.
    knownTo: () => ["secretary", "lund-manager", "lund-substitute"],
    change(one) {
      const until = "2027-01-31T00:00:00.000Z" as const;
      if (one.name === "grant" && one.value.personId === demoPersonId("lund-manager"))
        return { ...one, value: { ...one.value, until } as typeof one.value };
      if (one.name === "roleHolder" && one.value.personId === demoPersonId("lund-manager"))
        return { ...one, value: { ...one.value, until } as typeof one.value };
      return one;
    },
  },
  {
    what: "that somebody has a passkey",
    of: "gut",
    about: "limburg-finance",
    knownTo: () => ["limburg-finance"],
    change: (one) => (one.name === "passkey" ? undefined : one),
  },
  {
    what: "which views of the pipeline somebody saved",
    of: "gut",
    about: "limburg-manager",
    knownTo: () => ["limburg-manager"],
    change: (one) => (one.name === "savedViews" ? undefined : one),
  },
  {
    what: "that somebody lost their second factor",
    of: "glass",
    about: "lund-manager",
    // Limburg's redress officer stands in for Lund's, and so is one of Lund's staff, who may vouch.
    knownTo: () => [...readers.filter((persona) => /^lund-(?!sme)/.test(persona)), "limburg-redress", "secretary"],
    change: (one) => (one.name === "factorReset" ? undefined : one),
  },
  {
    what: "that a call is being drafted",
    of: "glass",
    knownTo: ({ staff, network }) => [...staff, ...network, "limburg-redress"],
    change: (one) => (one.name === "call" && one.value.state === "draft" ? undefined : one),
  },
  {
    what: "how an organisation's account reads",
    of: "cold",
    knownTo: (parts) => [...inside(parts), ...parts.applicants, ...parts.providers],
    change(one) {
      if (one.name !== "organisation") return one;
      const accounts = one.value.accounts.map((account) => ({ ...account, holder: "Somebody else" }));
      return { ...one, value: { ...one.value, accounts } };
    },
  },
  {
    what: "that somebody is invited into an organisation",
    of: "rye",
    knownTo: ({ applicants }) => [...applicants, "reviewer-wales"],
    change: (one) => (one.name === "invitation" ? undefined : one),
  },
];
