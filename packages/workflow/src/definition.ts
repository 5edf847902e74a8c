/** The list of workflows: read by the stacks and by the one-machine composition. */
import type { Definition } from "./asl.ts";
import { redress } from "./redress/definition.ts";
import { voucherSelection } from "./voucher-selection/definition.ts";
import { voucherUse } from "./voucher-use/definition.ts";

export const definitions: Record<string, Definition> = {
  "voucher-selection": voucherSelection,
  "voucher-use": voucherUse,
  redress,
};
