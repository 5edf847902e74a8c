/** Puts a network file and a people file in force on any store, as the operator, through the verbs. */
import { DomainError } from "@multihelix/core/kernel/error.ts";
import { applyNetworkFile } from "@multihelix/core/network/apply-network.ts";
import { checkNetwork } from "@multihelix/core/network/check-network.ts";
import type { Problem } from "@multihelix/core/network/problem.ts";
import { applyPeople, type PeopleReport, readPeopleFile } from "@multihelix/core/person/apply-people.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { StartError } from "./start-error.ts";

export interface ProvisionReport {
  network: { number: number; changed: boolean };
  people?: PeopleReport;
}

/**
 * Repeatable: what is so already is left alone. Both files are checked before anything is written. Throws StartError that
 * lists every problem of a file, or that says where it stopped.
 */
export async function provision(deps: Deps, network: unknown, people?: unknown): Promise<ProvisionReport> {
  const operator = { kind: "system", name: "operator" } as const;
  let applied = false;
  try {
    const file = objectOf(network);
    const checked = checkNetwork(file);
    if (!checked.ok)
      throw new StartError(`Nothing was applied, because of the network file:\n${listed(checked.problems)}`);
    if (people !== undefined) readPeopleFile(people, checked.network);
    const report = await applyNetworkFile(deps, operator, file);
    applied = true;
    deps.network.refresh();
    if (people === undefined) return { network: report };
    return { network: report, people: await applyPeople(deps, operator, people) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new StartError(applied ? stoppedAt(error) : inWords(error), 1, { cause: error });
  }
}

function inWords({ code, facts }: DomainError): string {
  const { problems, calls } = facts;
  if (code === "people.file" && Array.isArray(problems)) {
    const list = (problems as { path: string; message: string }[]).map(({ path, message }) => ({
      path,
      text: message,
    }));
    return `Nothing was applied, because of the people file:\n${listed(list)}`;
  }
  if (code === "network.in-use" && Array.isArray(calls)) {
    const wanted = (calls as Record<string, string>[]).map(
      ({ callId, parkId, currency, fundId }) =>
        `  ${callId} is paid by the park ${parkId}${currency === undefined ? ` from the fund ${fundId}` : ` in ${currency}`}`,
    );
    return `Nothing was applied: calls that are not archived need what the file leaves out.\n${wanted.join("\n")}`;
  }
  return `Nothing was applied: ${told(code, facts)}.`;
}

function stoppedAt({ code, facts }: DomainError): string {
  return `The people file was applied only in part; it stopped at: ${told(code, facts)}.\nCorrect it and apply it again: what is so already is left alone.`;
}

function told(code: string, facts: Record<string, unknown>): string {
  const known = Object.entries(facts).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return [code, ...known].join(", ");
}

function listed(problems: readonly Problem[]): string {
  return problems.map(({ path, text }) => `  ${path === "" ? "(file)" : path}: ${text}`).join("\n");
}

function objectOf(file: unknown): Record<string, unknown> {
  if (file === null || typeof file !== "object" || Array.isArray(file))
    throw new StartError("The network file must be a JSON object.");
  return { ...file };
}
