/** An operator's ports over a deployed table, with the operator's own AWS credentials: for provisioning and audits. */

import { randomBytes } from "node:crypto";
import { createDynamoClient } from "@multihelix/adapters/dynamo/client.ts";
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import { systemClock } from "@multihelix/adapters/system/clock.ts";
import { createIds } from "@multihelix/adapters/system/ids.ts";
import { createInspector } from "@multihelix/adapters/system/inspector.ts";
import { createSecrets, sha256, systemRandom } from "@multihelix/adapters/system/secrets.ts";
import { createNetworkSource } from "@multihelix/core/network/network-source.ts";
import type { Deps, Log } from "@multihelix/core/port/deps.ts";
import { StartError } from "./start-error.ts";

/** Ports on `table`; mail and workflow are left to the deployed functions, which the table's stream wakes. */
export function remoteDeps(table: string, region: string, log: Log): { deps: Deps; close(): void } {
  const client = createDynamoClient({ region });
  const store = createDynamoStore(client, table);
  const notHere = async (): Promise<never> => {
    throw new StartError("This command only writes; the deployed functions do the rest.");
  };
  return {
    deps: {
      store,
      mailer: { send: notHere },
      workflow: { start: notHere, resolve: notHere, stop: notHere, status: notHere },
      files: { sendAddress: notHere, fetchAddress: notHere, read: notHere, write: notHere, remove: notHere },
      inspector: createInspector(),
      translator: { translate: notHere },
      network: createNetworkSource(store, systemClock),
      clock: systemClock,
      ids: createIds(systemClock),
      random: systemRandom,
      digest: sha256,
      secrets: createSecrets(new Uint8Array(randomBytes(32))),
      log,
      wake: () => undefined,
    },
    close: () => client.destroy(),
  };
}
