/** Secrets of deciding and paying: what is proposed, approved and assessed before anybody is told. */
import { proposedElsewhere } from "./furniture.ts";
import type { Stored } from "./memory-store.ts";
import type { Parts } from "./part.ts";
import type { Secret } from "./secret.ts";

const inside = ({ staff, network, redress }: Parts) => [...staff, ...network, ...redress];
const decided = ["proposal", "approval", "share", "posting", "aidGrant"];
const told = /^(proposal|approval|decision|task)\./;

/** As if nothing had been proposed yet: the money is not held, no headroom is drawn, no approver was asked. */
export function undecided(one: Stored, caseId: string): Stored | undefined {
  const value = one.value as { caseId?: string; stream?: string };
  if (value.caseId !== caseId && value.stream !== caseId) return one;
  if (decided.includes(one.name)) return undefined;
  if (one.name === "task" && ["approve", "release"].includes(one.value.kind)) return undefined;
  if (one.name === "task" && one.value.kind === "propose")
    return { ...one, value: { ...one.value, status: "open", by: undefined, at: undefined, answer: undefined } };
  if (one.name === "event" && told.test(one.value.type)) return undefined;
  if (one.name === "letter" && ["approval-asked", "reminder", "escalation"].includes(one.value.kind)) return undefined;
  if (one.name === "case") {
    const { awarded: _, ...rest } = one.value;
    return { ...one, value: { ...rest, status: "deciding", statusSince: rest.createdAt } };
  }
  if (one.name !== "row") return one;
  const { awarded: _, ...rest } = one.value;
  return { ...one, value: { ...rest, status: "deciding", holders: [`role:manager:${rest.parkId}`] } };
}

export const proposalSecrets: readonly Secret[] = [
  ...(["drop", "yeast", "glass"] as const).map(
    (of): Secret => ({
      what: `that ${of} is proposed for an award, and how far its approval is`,
      of,
      knownTo: inside,
      change: undecided,
    }),
  ),
  {
    what: "how much aid is reserved for what is proposed",
    of: "drop",
    knownTo: inside,
    change(one, caseId) {
      if (one.name !== "aidGrant" || one.value.caseId !== caseId || one.value.status !== "reserved") return one;
      return { ...one, value: { ...one.value, amount: one.value.amount + 7_777 } };
    },
  },
  {
    what: "that aid is reserved for the company by what is proposed elsewhere",
    of: "gut",
    knownTo: inside,
    change: (one) => (one.name === "aidGrant" && one.value.caseId === proposedElsewhere ? undefined : one),
  },
  {
    what: "that it is a rejection that waits for release",
    of: "yeast",
    knownTo: inside,
    change(one, caseId) {
      if (one.name !== "proposal" || one.value.caseId !== caseId) return one;
      const { award: _, ...rest } = one.value;
      return { ...one, value: { ...rest, kind: "reject", reasons: "No." } };
    },
  },
  {
    what: "what a manager makes of a claim before finance has looked at it",
    of: "bean",
    knownTo: inside,
    change(one, caseId) {
      if (one.name !== "claim" || one.value.caseId !== caseId) return one;
      const money = { amount: 1, currency: "EUR" };
      const assessment = {
        by: one.value.filedBy,
        at: one.value.filedAt,
        lines: [],
        acceptedNet: money,
        paidByApplicant: money,
        payable: money,
        reason: "Next to nothing.",
      };
      return { ...one, value: { ...one.value, status: "assessed", assessment } };
    },
  },
  {
    what: "in which batch it is paid",
    of: "cold",
    knownTo: inside,
    change: (one) =>
      one.name === "batch" ? { ...one, value: { ...one.value, channel: "manual", status: "prepared" } } : one,
  },
  {
    what: "that a manager wants the voucher cancelled",
    of: "vein",
    knownTo: inside,
    change(one, caseId) {
      if (one.name !== "voucher" || one.value.caseId !== caseId) return one;
      const by = "per_01K8Z3V5J0QW4R7T9Y2B6C8D1F" as const;
      const cancellation = { reasons: "Too slow.", by, at: one.value.issuedAt };
      return { ...one, value: { ...one.value, cancellation } as typeof one.value };
    },
  },
  {
    what: "that another value and an extension of the voucher are proposed, and what was refused before",
    of: "vein",
    knownTo: inside,
    change(one, caseId) {
      if (one.name !== "voucher" || one.value.caseId !== caseId) return one;
      const by = "per_01K8Z3V5J0QW4R7T9Y2B6C8D1F" as const;
      const { issuedAt: at, value } = one.value;
      const less = { amount: value.amount - 1, currency: value.currency };
      const said = { by, at, reasons: "Less work." };
      const valueChange = { ...said, value: less, contentHash: "another", approved: [{ parkId: "limburg", by, at }] };
      const changesRefused = [{ ...said, change: "value", outcome: "refused" } as const];
      return { ...one, value: { ...one.value, valueChange, changesRefused, extension: { ...said, months: 2 } } };
    },
  },
  {
    what: "that an approver is asked to agree to another value",
    of: "vein",
    knownTo: inside,
    change(one, caseId) {
      if (one.name !== "task" || one.value.caseId !== caseId || one.value.kind !== "release") return one;
      const holder = { kind: "role", role: "approver", parkId: "limburg" } as const;
      return { ...one, value: { ...one.value, kind: "confirm-change", status: "open", holder } };
    },
  },
];
