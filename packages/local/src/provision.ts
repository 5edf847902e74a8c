/** Puts a network file and a people file in force on any store, as the operator, through the verbs. */
import { DomainError } from "@multihelix/core/kernel/error.ts";
import { applyNetworkFile } from "@multihelix/core/network/apply-network.ts";
import { applyPeople, type PeopleReport } from "@multihelix/core/person/apply-people.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { StartError } from "./start-error.ts";

export interface ProvisionReport {
  network: { number: number; changed: boolean };
  people?: PeopleReport;
}

/** Repeatable: what is so already is left alone. Throws StartError that lists every problem of a file. */
export async function provision(deps: Deps, network: unknown, people?: unknown): Promise<ProvisionReport> {
  const operator = { kind: "system", name: "operator" } as const;
  try {
    const applied = await applyNetworkFile(deps, operator, objectOf(network));
    deps.network.refresh();
    if (people === undefined) return { network: applied };
    return { network: applied, people: await applyPeople(deps, operator, people) };
  } catch (error) {
    if (error instanceof DomainError && error.kind === "invalid")
      throw new StartError(inWords(error), 1, { cause: error });
    throw error;
  }
}

function inWords(error: DomainError): string {
  const problems = error.facts["problems"];
  if (!Array.isArray(problems)) return `${error.code}: nothing was applied.`;
  const lines = (problems as { path: string; message?: string; text?: string }[]).map(
    ({ path, message, text }) => `  ${path}: ${message ?? text ?? ""}`,
  );
  return `Nothing was applied, because of:\n${lines.join("\n")}`;
}

function objectOf(file: unknown): Record<string, unknown> {
  if (file === null || typeof file !== "object" || Array.isArray(file))
    throw new StartError("The network file must be a JSON object.");
  return { ...file };
}
