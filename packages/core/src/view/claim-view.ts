/** What a party of a case sees of a claim: nothing of the check before finance has accepted it, and no tax papers of the other. */
import type * as z from "zod";
import { type Claim, claimSchema } from "../claim/claim.ts";

/** Parties are not told who at the park filed a slip. */
const slipsSchema = claimSchema.shape.slips.unwrap().element.partial({ by: true }).array().optional();
export const claimViewSchema = claimSchema.extend({ slips: slipsSchema });
export type ClaimView = z.infer<typeof claimViewSchema>;

/**
 * What the park makes of a claim is told when finance has accepted it, not while the two still look at it: until then an
 * assessed claim is a confirmed one. Versions count what happens inside, so parties get none. The tax of the provider,
 * its waiver and the slips are between it and the park.
 */
export function claimOfParty(stored: Claim, party: "applicant" | "provider"): ClaimView {
  const { assessment, refusal, barred: _, slips, status, ...claim } = stored;
  const told = status === "accepted" || status === "paid";
  const provider = party === "provider";
  return {
    ...claim,
    status: status === "assessed" ? "confirmed" : status,
    sentBack: [],
    ...(told && assessment !== undefined ? { assessment: provider ? assessment : withoutWaiver(assessment) } : {}),
    ...(status === "refused" && refusal !== undefined ? { refusal } : {}),
    ...(provider && slips !== undefined ? { slips: slips.map(({ by: _by, ...slip }) => slip) } : {}),
    version: 0,
  };
}

function withoutWaiver({ withholding, ...rest }: NonNullable<Claim["assessment"]>): ClaimView["assessment"] {
  return withholding === undefined ? rest : { ...rest, withholding: withholding.map(({ waiver: _, ...row }) => row) };
}
