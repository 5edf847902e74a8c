/** Says in words, all at once, what is wrong with a network file; the rules that span its rows are the list below. */
import type * as z from "zod";
import { checkAid } from "./check-aid.ts";
import { checkMoney } from "./check-money.ts";
import { checkParks } from "./check-parks.ts";
import { checkWithholding } from "./check-withholding.ts";
import { type NetworkFile, networkFileSchema } from "./network-file.ts";
import type { Problem } from "./problem.ts";

export type NetworkCheck =
  | { readonly ok: true; readonly network: NetworkFile }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const rules: readonly ((network: NetworkFile) => Problem[])[] = [checkParks, checkMoney, checkAid, checkWithholding];

/** Shape first; only a file of the right shape is checked for what its rows say of each other. */
export function checkNetwork(value: unknown): NetworkCheck {
  const parsed = networkFileSchema.safeParse(value);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(problemOfIssue) };
  const problems = rules.flatMap((rule) => rule(parsed.data));
  return problems.length === 0 ? { ok: true, network: parsed.data } : { ok: false, problems };
}

function problemOfIssue(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : `${text}${text === "" ? "" : "."}${String(part)}`),
    "",
  );
  return { path: path === "" ? "(file)" : path, text: issue.message };
}
