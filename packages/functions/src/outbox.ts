/** Lambda: drives what is due in the outbox. Woken by the table's stream, and each minute by a schedule. */
import { SESClient } from "@aws-sdk/client-ses";
import { SFNClient } from "@aws-sdk/client-sfn";
import { createS3Vault } from "@multihelix/adapters/s3/file-vault.ts";
import { createSesMailer } from "@multihelix/adapters/ses/mailer.ts";
import { createSfnWorkflow } from "@multihelix/adapters/sfn/workflow.ts";
import { createInspector } from "@multihelix/adapters/system/inspector.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { mailerAt } from "@multihelix/core/letter/site.ts";
import type { TranslationAnswer, TranslationAsked } from "@multihelix/core/port/translator.ts";
import type { Context } from "aws-lambda";
import { compose } from "./compose.ts";
import { readEnvironment } from "./env.ts";
import { filePlaceOf, fileVariables } from "./file-place.ts";
import { effectIdsIn, naming } from "./named-effect.ts";

const env = readEnvironment(
  ...fileVariables,
  "TABLE",
  "VERSION",
  "ORIGIN",
  "MAIL_FROM",
  "MAIL_CONFIGURATION_SET",
  "MACHINES",
  "TRANSLATION_KEYS",
);
const patience = { maxAttempts: 3, requestHandler: { connectionTimeout: 2000, requestTimeout: 8000 } };
const ses = createSesMailer(new SESClient(patience), {
  from: env.MAIL_FROM,
  configurationSet: env.MAIL_CONFIGURATION_SET,
});
const deps = compose("outbox", env, {
  mailer: mailerAt(() => env.ORIGIN, ses),
  workflow: createSfnWorkflow(new SFNClient(patience), env.MACHINES),
  fileVault: createS3Vault(...filePlaceOf(env), Date.now),
  inspector: createInspector(),
  translator: { translate },
});

/** Rare: its code, and that of secrets, is loaded when a park's service is asked. */
async function translate(asked: TranslationAsked): Promise<TranslationAnswer> {
  const { createHttpTranslator } = await import("@multihelix/adapters/translation/http-translator.ts");
  const keyOf = async (parkId: string) =>
    (await import("./installation.ts")).fetchSecret(`${env.TRANSLATION_KEYS}${parkId}`);
  return createHttpTranslator({ keyOf }).translate(asked);
}

/** A round is begun only while so much time is left. */
const roundMilliseconds = 20_000;

export async function handler(event: unknown, context: Pick<Context, "getRemainingTimeInMillis">): Promise<void> {
  const named = { ...deps, store: naming(deps.store, effectIdsIn(event)) };
  let more = true;
  while (more && context.getRemainingTimeInMillis() > roundMilliseconds) {
    ({ more } = await driveEffects(named));
  }
}
