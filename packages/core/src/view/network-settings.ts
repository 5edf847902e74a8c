/** The network's settings as its staff reads them: what holds now, what runs out, and the change that waits for a second person. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/error.ts";
import { personIdSchema } from "../kernel/id.ts";
import { instantSchema, toZonedDateString } from "../kernel/instant.ts";
import { rateSchema } from "../kernel/rate.ts";
import { aidRowSchema } from "../network/aid-row.ts";
import { differencesOf } from "../network/file-difference.ts";
import { approvalPolicySchema, fundSchema } from "../network/fund.ts";
import { maySettle, networkChangeSchema, oneIsSecretary } from "../network/network-change.ts";
import { networkFileSchema } from "../network/network-file.ts";
import { parkSchema } from "../network/park.ts";
import { runningOut } from "../network/running-out.ts";
import { staffRoles } from "../person/role-grant.ts";
import type { Deps } from "../port/deps.ts";
import { namesOfIds } from "./names.ts";

const parkView = parkSchema
  .pick({
    id: true,
    name: true,
    country: true,
    calendar: true,
    currency: true,
    languages: true,
    zone: true,
    associate: true,
    aidBases: true,
    registers: true,
    closures: true,
  })
  .extend({
    /** Who signs, pays and files; absent for an associate. */
    legalEntity: z.string().optional(),
    /** The last four characters of the account that the park pays from. */
    accountEnd: z.string().optional(),
    channels: z.array(z.string()),
  });

export const networkSettingsSchema = z.object({
  name: z.string(),
  number: z.number().int(),
  appliedAt: instantSchema,
  pivotCurrency: z.string(),
  parks: z.array(parkView),
  funds: z.array(fundSchema),
  approvals: z.array(approvalPolicySchema),
  /** In the order of the file, which names a row. */
  limits: z.array(
    aidRowSchema.pick({
      basis: true,
      jurisdictions: true,
      validFrom: true,
      validUntil: true,
      limit: true,
      window: true,
      source: true,
      note: true,
    }),
  ),
  calendars: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      until: z.string(),
      holidays: z.array(z.object({ date: z.string(), name: z.string() })),
    }),
  ),
  /** The newest of each pair. */
  rates: z.array(rateSchema),
  runningOut: z.array(
    z.object({ kind: z.enum(["calendar", "rate", "limit", "fund"]), id: z.string(), day: z.string().optional() }),
  ),
  /** Somebody proposed it and nobody answered yet. */
  change: networkChangeSchema
    .pick({ kind: true, hash: true, reason: true, at: true })
    .extend({
      by: personIdSchema,
      byName: z.string(),
      own: z.boolean(),
      /** The reader may put it in force. */
      mayApply: z.boolean(),
      /** The settings were changed since: it can only be declined or taken back. */
      stale: z.boolean(),
      differences: z.array(z.object({ path: z.string(), before: z.string().optional(), after: z.string().optional() })),
    })
    .optional(),
  mayChange: z.boolean(),
});
export type NetworkSettings = z.infer<typeof networkSettingsSchema>;

/** @throws forbidden `actor.role-needed` to whoever has no duty in the network. */
export async function readNetworkSettings(deps: Deps, actor: PersonActor): Promise<NetworkSettings> {
  const now = deps.clock.now();
  if (!actor.grants.some(({ role, until }) => staffRoles.includes(role) && (until === undefined || now < until)))
    throw new DomainError("forbidden", "actor.role-needed", { role: "secretary" });
  const [current, open] = await Promise.all([
    deps.store.get("network", { id: "current" }),
    deps.store.get("networkChange", { id: "open" }),
  ]);
  if (current === undefined) throw new DomainError("unavailable", "network.not-applied");
  const network = networkFileSchema.parse(current.file);
  const change = open === undefined ? undefined : await changeView(deps, actor, open, current);
  return {
    name: network.name,
    number: current.number,
    appliedAt: current.appliedAt,
    pivotCurrency: network.pivotCurrency,
    parks: network.parks.map(({ debtor, legalEntity, channels, texts: _, mark: __, initials: ___, ...park }) => ({
      ...park,
      channels: channels.map(({ kind }) => kind),
      ...(legalEntity === undefined ? {} : { legalEntity: legalEntity.name }),
      ...(debtor === undefined ? {} : { accountEnd: (debtor.iban ?? debtor.other ?? "").slice(-4) }),
    })),
    funds: network.funds,
    approvals: network.approvals,
    limits: network.aid.map(({ duties: _, ...row }) => row),
    calendars: network.calendars,
    rates: newestOf(network.rates),
    runningOut: runningOut(network, toZonedDateString(now, network.parks[0]?.zone ?? "UTC")),
    ...(change === undefined ? {} : { change }),
    mayChange: maySettle(actor, now),
  };
}

async function changeView(
  deps: Deps,
  actor: PersonActor,
  open: z.infer<typeof networkChangeSchema>,
  current: { number: number; file: Record<string, unknown> },
): Promise<NonNullable<NetworkSettings["change"]>> {
  const now = deps.clock.now();
  const [names, grants] = await Promise.all([
    namesOfIds(deps.store, [open.by]),
    deps.store.list("grant", { personId: open.by }),
  ]);
  const own = open.by === actor.personId;
  const stale = open.base !== current.number;
  return {
    kind: open.kind,
    hash: open.hash,
    reason: open.reason,
    at: open.at,
    by: open.by,
    byName: names[open.by] ?? "",
    own,
    mayApply: !own && !stale && maySettle(actor, now) && oneIsSecretary({ grants }, actor, now),
    stale,
    differences: differencesOf(current.file, open.file, veiled),
  };
}

/** Numbers of accounts, wherever in the file: that a park pays from, that of its revenue authority, its own with that. */
const secret = /(^|\.)((debtor|account)\.(iban|other)|remittance\.reference)$/;

/** A value that differs, in JSON; an account is told apart by its end. */
function veiled(value: unknown, path: string): string {
  return secret.test(path) && typeof value === "string" ? endOf(value) : canonicalJson(withEnds(value, path));
}

function withEnds(value: unknown, path: string): unknown {
  if (secret.test(path) && typeof value === "string") return endOf(value);
  if (Array.isArray(value)) return value.map((one) => withEnds(one, path));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withEnds(one, `${path}.${name}`)]));
}

/** Of a short number the end would be most of it. */
function endOf(number: string): string {
  return `…${number.length < 8 ? "" : number.slice(-4)}`;
}

function newestOf(rates: readonly z.infer<typeof rateSchema>[]): z.infer<typeof rateSchema>[] {
  const newest = new Map<string, z.infer<typeof rateSchema>>();
  for (const rate of rates) {
    const pair = `${rate.base} ${rate.quote}`;
    const known = newest.get(pair);
    if (known === undefined || known.date < rate.date) newest.set(pair, rate);
  }
  return [...newest.values()];
}
