/** The only place for the document of what the company paid itself: no figure that was merely typed pays a claim (domain §5). */
import type { CaseFile } from "../file/file.ts";
import { keptOf } from "../file/file-facts.ts";
import { DomainError } from "../kernel/error.ts";
import type { Money } from "../kernel/money.ts";
import type { Claim } from "./claim.ts";

/**
 * What is entered as proven needs its document, filed with this claim or one before it on the voucher. Also before a last
 * claim: that counts what earlier ones proved.
 * @throws conflict `claim.share-proof-missing`, `file.still-checked`
 */
export function demandShareProof(files: readonly CaseFile[], { claim }: Pick<Claim, "claim">, proven: Money): void {
  if (proven.amount === 0) return;
  const proofs = keptOf(files, "evidence").filter(({ slot }) => slot === "own-share");
  if (!proofs.some((file) => file.claim !== undefined && file.claim <= claim))
    throw new DomainError("conflict", "claim.share-proof-missing", { claim });
}
