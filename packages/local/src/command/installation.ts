/** The installation that a command works on: the data folder of this machine, or a table in AWS. */
import type { Deps, Log } from "@multihelix/core/port/deps.ts";
import { createInbox } from "../inbox.ts";
import { remoteDeps } from "../remote.ts";
import { StartError } from "../start-error.ts";
import { startSystem } from "../system.ts";

interface Where {
  readonly data?: string | undefined;
  readonly table?: string | undefined;
  readonly region?: string | undefined;
}

/** Nobody else may work on the data folder meanwhile. @throws StartError with one sentence. */
export async function openInstallation(
  { data, table, region }: Where,
  log: Log,
): Promise<{ deps: Deps; close: () => Promise<void> }> {
  if (table === undefined) {
    const dataDir = data ?? process.env["MULTIHELIX_DATA"] ?? ".multihelix";
    const { mailer } = createInbox(dataDir, () => new Date().toISOString());
    const system = await startSystem({ dataDir, log, mailer });
    return { deps: system.deps, close: () => system.stop() };
  }
  const place = region ?? process.env["AWS_REGION"];
  if (place === undefined) throw new StartError("Say in which region the table is: --region, or AWS_REGION.", 2);
  const { deps, close } = remoteDeps(table, place, log);
  return { deps, close: async () => close() };
}
