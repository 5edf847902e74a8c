/** Puts a confirmed account in force once its days of waiting are over. */
import { perform } from "../../kernel/perform.ts";
import { applyAccount } from "../../payment/apply-account.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

export async function applyAccountChange(deps: Deps, { organisationId }: Body<"apply-account">): Promise<void> {
  const change = await deps.store.get("accountChange", { organisationId });
  if (change?.validFrom === undefined) return;
  const key = `account:${organisationId}:${change.validFrom}`;
  await perform(deps, { kind: "system", name: "outbox" }, key, applyAccount, { organisationId });
}
