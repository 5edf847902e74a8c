/** What the manager proposes to the paying parks: an award with its shares, or a rejection, with reasons. */
import * as z from "zod";
import { caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { moneySchema } from "../kernel/money.ts";

export const proposalSchema = z.object({
  caseId: caseIdSchema,
  attempt: z.number().int().min(1),
  /** Grows when parks send it back. */
  round: z.number().int().min(1),
  kind: z.enum(["award", "reject"]),
  award: moneySchema.optional(),
  /** Per paying park, in its own currency; the rate used where it is not the call's. */
  shares: z.array(
    z.object({ parkId: z.string(), amount: moneySchema, rate: z.string().optional(), rateDate: z.string().optional() }),
  ),
  conditions: z.string().max(2000),
  reasons: z.string().min(1).max(4000),
  /** Mean over reviews, two decimals, percent. */
  score: z.number().optional(),
  /** The version of the call's ranking that it rests on; absent where the call has none, and in those of earlier days, which rest on the first. */
  ranking: z.object({ round: z.number().int().min(1), hash: z.string() }).optional(),
  contentHash: z.string(),
  proposedBy: personIdSchema,
  proposedAt: instantSchema,
  /** `superseded`: sent back by a park; `released`: the applicant was told. */
  status: z.enum(["open", "approved", "superseded", "released"]),
  outOfOrderReason: z.string().max(1000).optional(),
  version: z.number().int().default(0),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** Why a proposed or announced award is decided anew, where no park sent it back. */
export const whyAnewSchema = z.enum(["no-room", "not-eligible", "offer-gone"]);
export type WhyAnew = z.infer<typeof whyAnewSchema>;
