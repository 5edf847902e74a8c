/** What an applicant states of its own year and of those it is tied to; apart from the arithmetic, which the store does not load. */
import * as z from "zod";
import { currencySchema } from "../kernel/money.ts";
import { linkKinds } from "./size-relation.ts";

/** Minor units; beyond it the sum of a group would no longer be exact. */
const amountMost = 100_000_000_000_000;

/** One closed year: people in annual work units, amounts in minor units. */
export const yearFiguresSchema = z.object({
  headcount: z.number().int().min(0).max(10_000_000),
  turnover: z.number().int().min(0).max(amountMost),
  balanceSheet: z.number().int().min(0).max(amountMost),
});
export type YearFigures = z.infer<typeof yearFiguresSchema>;

/** An owner of the enterprise, or an enterprise that it owns, anywhere in the world; with its own linked enterprises in its figures. */
export const sizeLinkSchema = z.object({
  name: z.string().trim().min(1).max(140),
  kind: z.enum(linkKinds),
  /** The greater of its share of the capital and of the votes, percent with at most two decimals. */
  percent: z
    .number()
    .min(0)
    .max(100)
    .refine((percent) => /^\d+(\.\d{1,2})?$/.test(String(percent)), "at most two decimals"),
  /** It decides without a majority of shares: by votes, the board or a contract. */
  control: z.boolean(),
  /** The same persons hold both, and both work in the same market or the one next to it. */
  samePersons: z.boolean(),
  /** Of its amounts; the enterprise's own if left out. */
  currency: currencySchema.optional(),
  /** Not needed where nothing of it counts. */
  last: yearFiguresSchema.optional(),
  before: yearFiguresSchema.optional(),
});
export type SizeLink = z.infer<typeof sizeLinkSchema>;
