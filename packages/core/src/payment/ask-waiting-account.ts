/** Another account of a payee that was named before that was anybody's task: finance of each paying park is asked, as it is for others. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { requireSystem } from "../kernel/actor.ts";
import { caseIdSchema, organisationIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import type { Task } from "../task/task.ts";
import type { AccountChange } from "./account-change.ts";
import { askAccount } from "./account-task.ts";

interface Facts {
  readonly one: Case | undefined;
  readonly change: AccountChange | undefined;
  readonly tasks: readonly Task[];
}

/** `nothing`: answered meanwhile, or asked for already. */
export const askWaitingAccount = verb({
  name: "account.ask-waiting",
  /** The case on which it was named. */
  input: z.object({ caseId: caseIdSchema, organisationId: organisationIdSchema }),
  async read(reader: Reader, { caseId, organisationId }): Promise<Facts> {
    const [one, change, tasks] = await Promise.all([
      reader.get("case", { caseId }),
      reader.get("accountChange", { organisationId }),
      reader.list("task", { caseId }),
    ]);
    return { one, change, tasks };
  },
  decide({ one, change, tasks }: Facts, actor, _input, moment): Decision<{ outcome: "asked" | "nothing" }> {
    requireSystem(actor);
    if (one === undefined || change?.status !== "proposed" || change.caseId !== undefined)
      return { changes: [], result: { outcome: "nothing" } };
    return {
      changes: [
        // Its answer closes the tasks of this case.
        { op: "replace", name: "accountChange", value: { ...change, caseId: one.caseId } },
        ...askAccount(one, tasks, moment),
      ],
      result: { outcome: "asked" },
    };
  },
});
