/** Lambda: the HTTP API. */
import { createS3Door } from "@multihelix/adapters/s3/file-door.ts";
import { createInspector } from "@multihelix/adapters/system/inspector.ts";
import { createSecrets } from "@multihelix/adapters/system/secrets.ts";
import { totp } from "@multihelix/adapters/system/totp.ts";
import { createApi } from "@multihelix/api/app.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import { type Asked, clientAddress } from "./client-address.ts";
import { compose } from "./compose.ts";
import { readEnvironment } from "./env.ts";
import { filePlaceOf, fileVariables } from "./file-place.ts";
import { fetchInstallationKey, fetchSecret } from "./installation.ts";

const env = readEnvironment("TABLE", "VERSION", "ORIGIN", "INSTALLATION_SECRET", "CDN_SECRET", ...fileVariables);
/** Written here on every request, whatever the request said. */
const addressHeader = "x-multihelix-client";
const healthMilliseconds = 2_000;

type Event = LambdaEvent & Asked;
type Serve = (event: Event, context: LambdaContext) => ReturnType<ReturnType<typeof handle>>;
let serving: Promise<Serve> | undefined;

/** The first request of an instance fetches the secrets; a failure is forgotten, so that the next one tries again. */
export async function handler(event: Event, context: LambdaContext) {
  serving ??= start();
  const serve = await serving.catch((error: unknown) => {
    serving = undefined;
    throw error;
  });
  return serve(event, context);
}

async function start(): Promise<Serve> {
  const [key, cdnWord] = await Promise.all([
    fetchInstallationKey(env.INSTALLATION_SECRET),
    fetchSecret(env.CDN_SECRET),
  ]);
  const deps = compose("api", env, {
    secrets: createSecrets(key),
    fileDoor: createS3Door(...filePlaceOf(env), Date.now),
    inspector: createInspector(),
  });
  const app = createApi(deps, {
    version: env.VERSION,
    origins: [env.ORIGIN],
    secure: true,
    totp,
    passkeys: async () => (await import("@multihelix/adapters/webauthn/passkey.ts")).passkeys,
    addressOf: (headers) => headers.get(addressHeader) ?? "",
    health: async () => ({ store: await storeHealth(deps) }),
  });
  const serve = handle(app);
  return (event, context) =>
    serve(
      { ...event, headers: { ...event.headers, [addressHeader]: clientAddress(event, cdnWord) } } as LambdaEvent,
      context,
    );
}

async function storeHealth(deps: Deps): Promise<"ok" | "down"> {
  const late = deps.clock.sleep(healthMilliseconds).then(() => "down" as const);
  const read = deps.store.get("network", { id: "current" }).then(
    () => "ok" as const,
    (error: unknown) => {
      deps.log.error("health.store-down", {}, error);
      return "down" as const;
    },
  );
  return Promise.race([read, late]);
}
