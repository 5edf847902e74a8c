/** What people say of their own organisation, when they register it and when they change it. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import type { PersonId } from "../kernel/id.ts";
import type { Problem } from "../network/problem.ts";
import { sectors } from "../network/taxonomy.ts";
import type { Deps } from "../port/deps.ts";
import { takeFrom } from "../sign-in/limit.ts";

/** Numbers that one person tries within an hour, so that nobody reads the list of organisations off the answers. */
const triesMost = 20;

/** As `addressSchema`, without blanks around. */
const typedAddressSchema = z.strictObject({
  street: z.string().trim().min(1).max(70),
  number: z.string().trim().min(1).max(16),
  postcode: z.string().trim().min(1).max(16),
  town: z.string().trim().min(1).max(35),
  country: z.string().regex(/^[A-Z]{2}$/),
});

/** Minor units, as in the check before an application. */
const typedAmountSchema = z.strictObject({
  amount: z.number().int().min(0).max(100_000_000_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

export const typedShape = {
  legalName: z.string().trim().min(1).max(140),
  address: typedAddressSchema,
  registerScheme: z.string().max(20),
  registerId: z.string().trim().min(1).max(80),
  sector: z.string().max(60).optional(),
  /** Annual work units of the last closed year; its turnover and balance sheet total. */
  headcount: z.number().int().min(0).max(10_000_000).optional(),
  turnover: typedAmountSchema.optional(),
  balanceSheet: typedAmountSchema.optional(),
} as const;

/** @throws invalid `input.invalid` for a field or a park that the network does not have */
export function refuseUnknown(
  { sector, homePark }: { readonly sector?: string | undefined; readonly homePark?: string | undefined },
  parks: readonly { readonly id: string }[],
): void {
  const problems: Problem[] = [
    ...(sector === undefined || sectors.some(({ id }) => id === sector)
      ? []
      : [{ path: "sector", text: `There is no sector "${sector}".` }]),
    ...(homePark === undefined || parks.some(({ id }) => id === homePark)
      ? []
      : [{ path: "homePark", text: `There is no park "${homePark}".` }]),
  ];
  if (problems.length > 0)
    throw new DomainError("invalid", "input.invalid", {
      problems: problems.map(({ path, text }) => ({ path, message: text })),
    });
}

/** Registering and changing count together. @throws unavailable `organisation.too-often` */
export async function countTry(deps: Deps, personId: PersonId): Promise<void> {
  const scope = `organisation.register:${personId}`;
  await takeFrom(deps, "organisation.too-often", [{ scope, most: triesMost, windowSeconds: 3600 }]);
}
