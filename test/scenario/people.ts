/** Who tells the voucher's story: eight people of the demonstration, and its reviewers by id. */
import { demoPeople, demoPersonId } from "@multihelix/local/seed/seed-steps.ts";

function emailOf(persona: string): string {
  const found = demoPeople.find((one) => one.persona === persona);
  if (found === undefined) throw new Error(`the demonstration has no persona ${persona}`);
  return found.email;
}

export const people = {
  callCode: "LIM-V26",
  providerSearch: "Skånska Mätlabbet",
  sme: emailOf("sme-owner"),
  provider: emailOf("provider-lund"),
  manager: emailOf("limburg-manager"),
  secondManager: emailOf("limburg-second-manager"),
  approver: emailOf("limburg-approver"),
  finance: emailOf("limburg-finance"),
  secondFinance: emailOf("limburg-second-finance"),
  /** Person id → address. */
  reviewers: Object.fromEntries(
    demoPeople
      .filter(({ persona }) => persona.startsWith("reviewer-"))
      .map(({ persona, email }) => [demoPersonId(persona), email]),
  ) as Record<string, string>,
};
