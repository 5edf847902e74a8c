/** A confirmed account whose days of waiting are over takes the place of the payee's account in that currency. */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { organisationIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Organisation } from "../organisation/organisation.ts";
import type { Reader } from "../port/store.ts";
import type { AccountChange } from "./account-change.ts";

interface Facts {
  readonly organisation: Organisation | undefined;
  readonly change: AccountChange | undefined;
}

export const applyAccount = verb({
  name: "account.apply",
  input: z.object({ organisationId: organisationIdSchema }),
  async read(reader: Reader, { organisationId }): Promise<Facts> {
    const [organisation, change] = await Promise.all([
      reader.get("organisation", { organisationId }),
      reader.get("accountChange", { organisationId }),
    ]);
    return { organisation, change };
  },
  decide({ organisation, change }: Facts, actor, _input, moment): Decision<{ outcome: "applied" | "nothing" }> {
    requireSystem(actor);
    if (organisation === undefined || change?.validFrom === undefined)
      return { changes: [], result: { outcome: "nothing" } };
    // Confirmed for a record that has been merged: it is named anew for the kept one.
    if (organisation.mergedInto !== undefined) return { changes: [], result: { outcome: "nothing" } };
    if (change.status !== "confirmed" || moment.now < change.validFrom)
      return { changes: [], result: { outcome: "nothing" } };
    const { ownAccount: _owners, ...kept } = organisation;
    const others = organisation.accounts.filter(({ currency }) => currency !== change.account.currency);
    return {
      changes: [
        {
          op: "replace",
          name: "organisation",
          value: { ...kept, accounts: [change.account, ...others].slice(0, 5) },
        },
        { op: "replace", name: "accountChange", value: { ...change, status: "applied" } },
      ],
      result: { outcome: "applied" },
    };
  },
});
