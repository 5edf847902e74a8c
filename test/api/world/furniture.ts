/** What the told world lacks and secrets are made of: a passkey, a lost second factor, an unpublished call, an invitation, a saved view, aid reserved elsewhere. */
import type { Instant } from "@multihelix/core/kernel/instant.ts";
import { demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { toldCases } from "@multihelix/local/seed/told/cases.ts";
import type { Stored } from "./memory-store.ts";

/** Title of the told case whose applicant invites somebody. */
const invitedInto = "Fibre left in a rye drink";
export const passkeyId = "passkey-of-limburg-finance";
export const draftCallId = "call_01K8Z3V5J0QW4R7T9Y2B6C8D1F";

/** A case of another call that holds room under a ceiling of this told case's company. */
export const proposedElsewhere = "app_01K8Z3V5J0QW4R7T9Y2B6C8D1E";
const heldAgainst = "gut";

export const invitationId = "inv_01K8Z3V5J0QW4R7T9Y2B6C8D1F";

export function furniture(items: readonly Stored[], now: Instant): Stored[] {
  const call = items.flatMap((one) => (one.name === "call" && one.value.leadPark === "lund" ? [one.value] : []))[0];
  if (call === undefined) throw new Error("Lund has no call");
  const asked = items.flatMap((one) => (one.name === "case" && one.value.title === invitedInto ? [one.value] : []))[0];
  if (asked === undefined) throw new Error("there is no company to be invited into");
  const expires = Math.floor(Date.parse(now) / 1000) + 86_400;
  const validUntil = new Date(Date.parse(now) + 86_400_000).toISOString() as Instant;
  return [
    ...tiedTo(items),
    reservedAid(items, now),
    { name: "call", value: { ...call, callId: draftCallId, code: "LUN-V27", state: "draft" } },
    {
      name: "invitation",
      value: {
        organisationId: asked.applicantId,
        invitationId,
        email: "sion@twyn.example",
        level: "viewer",
        invitedBy: asked.contactId,
        invitedAt: now,
        validUntil,
        status: "open",
        version: 0,
      },
    },
    {
      name: "factorReset",
      value: { personId: demoPersonId("lund-manager"), askedAt: now, validUntil, expires, version: 0 },
    },
    {
      name: "savedViews",
      value: {
        personId: demoPersonId("limburg-manager"),
        views: [
          {
            viewId: "view_01K8Z3V5J0QW4R7T9Y2B6C8D1F",
            name: "Those of Kiemkracht",
            search: { search: "kiemkracht", view: "all" },
            savedAt: now,
          },
        ],
        version: 0,
      },
    },
    {
      name: "passkey",
      value: {
        personId: demoPersonId("limburg-finance"),
        credentialId: passkeyId,
        label: "My laptop",
        publicKey: "AAAA",
        counter: 0,
        transports: [],
        createdAt: now,
        version: 0,
      },
    },
  ];
}

function reservedAid(items: readonly Stored[], at: Instant): Stored {
  const title = toldCases.find(({ key }) => key === heldAgainst)?.title;
  const one = items.flatMap((item) => (item.name === "case" && item.value.title === title ? [item.value] : []))[0];
  const company = items.flatMap((item) =>
    item.name === "organisation" && item.value.organisationId === one?.applicantId ? [item.value] : [],
  )[0];
  if (company === undefined) throw new Error("there is no company that aid could be reserved for");
  return {
    name: "aidGrant",
    value: {
      aidGroupId: company.aidGroupId,
      caseId: proposedElsewhere,
      parkId: "limburg",
      jurisdiction: "BE",
      basis: "eu-de-minimis",
      amount: 400_000,
      currency: "EUR",
      status: "reserved",
      date: at.slice(0, 10),
      at,
      version: 0,
    },
  };
}

/** Staff who declared HARD interests in these companies: for them their cases are not there. */
export const tied = ["limburg-second-manager", "limburg-second-finance", "limburg-approver"] as const;
export const tiedBy = ["glow", "yeast", "cold"] as const;

function tiedTo(items: readonly Stored[]): Stored[] {
  const titles = toldCases.flatMap(({ key, title }) => ((tiedBy as readonly string[]).includes(key) ? [title] : []));
  const companies = items.flatMap((one) =>
    one.name === "case" && titles.includes(one.value.title) ? [one.value.applicantId] : [],
  );
  const entries = [...new Set(companies)].map((organisationId) => ({ organisationId, kind: "equity" as const }));
  return tied.map((persona) => ({
    name: "interests",
    value: { personId: demoPersonId(persona), entries, version: 1 },
  }));
}
