/** The composition root in AWS: the ports over the table, made once per instance; what a function lacks is refused. */
import { createDynamoClient } from "@multihelix/adapters/dynamo/client.ts";
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import { systemClock } from "@multihelix/adapters/system/clock.ts";
import { createIds } from "@multihelix/adapters/system/ids.ts";
import { sha256, systemRandom } from "@multihelix/adapters/system/secrets.ts";
import { createNetworkSource } from "@multihelix/core/network/network-source.ts";
import type { Deps, Secrets } from "@multihelix/core/port/deps.ts";
import type { FileDoor, FileVault, Inspector } from "@multihelix/core/port/file-store.ts";
import type { Mailer } from "@multihelix/core/port/mailer.ts";
import type { Translator } from "@multihelix/core/port/translator.ts";
import type { WorkflowPort } from "@multihelix/core/port/workflow.ts";
import type { Environment } from "./env.ts";
import { createLog } from "./log.ts";

/** What only some functions have: each is in the bundle, and in the role, of those that pass it. */
export interface Extras {
  mailer?: Mailer;
  workflow?: WorkflowPort;
  secrets?: Secrets;
  fileDoor?: FileDoor;
  fileVault?: FileVault;
  inspector?: Inspector;
  translator?: Translator;
}

/** The ports of one function. A port that it was not given throws when it is used: a fault of the composition. */
export function compose(
  service: string,
  env: Environment<"AWS_REGION" | "TABLE" | "VERSION">,
  extras: Extras = {},
): Deps {
  const store = createDynamoStore(createDynamoClient({ region: env.AWS_REGION }), env.TABLE);
  return {
    store,
    mailer: extras.mailer ?? { send: () => absent(service, "mailer") },
    workflow: extras.workflow ?? {
      start: () => absent(service, "workflow"),
      resolve: () => absent(service, "workflow"),
      stop: () => absent(service, "workflow"),
      status: () => absent(service, "workflow"),
    },
    files: {
      sendAddress: () => absent(service, "door of files"),
      fetchAddress: () => absent(service, "door of files"),
      read: () => absent(service, "vault of files"),
      write: () => absent(service, "vault of files"),
      remove: () => absent(service, "vault of files"),
      ...extras.fileDoor,
      ...extras.fileVault,
    },
    inspector: extras.inspector ?? {
      digest: () => absent(service, "inspector"),
      inflate: () => absent(service, "inspector"),
      scan: () => absent(service, "inspector"),
    },
    translator: extras.translator ?? { translate: () => absent(service, "translator") },
    network: createNetworkSource(store, systemClock),
    clock: systemClock,
    ids: createIds(systemClock),
    random: systemRandom,
    digest: sha256,
    secrets: extras.secrets ?? {
      sign: () => absent(service, "secrets"),
      seal: () => absent(service, "secrets"),
      open: () => absent(service, "secrets"),
    },
    log: createLog(service, env.VERSION),
    // The table's stream wakes the driver of effects.
    wake: () => undefined,
  };
}

function absent(service: string, port: string): never {
  throw new Error(`The function ${service} has no ${port}.`);
}
