/** The only place that reads the environment of a function: each entry asks for what it needs, checked once. */
import * as z from "zod";

const arnByName = z
  .string()
  .transform((text) => JSON.parse(text) as unknown)
  .pipe(z.record(z.string(), z.string().startsWith("arn:")));

const variables = {
  /** Set by Lambda. */
  AWS_REGION: z.string().min(1),
  /** The one DynamoDB table. */
  TABLE: z.string().min(3),
  /** Version of the product, shown by health and in logs. */
  VERSION: z.string().min(1),
  /** `https://grants.example`: where people see pages and API; the only origin that may send effects. */
  ORIGIN: z.url(),
  /** Secrets Manager id of the installation's key. */
  INSTALLATION_SECRET: z.string().min(1),
  /** Secrets Manager id of the word by which the CDN is known. */
  CDN_SECRET: z.string().min(1),
  /** `MultiHelix <no-reply@grants.example>`: the verified sender. */
  MAIL_FROM: z.string().min(3),
  /** What the Secrets Manager ids of parks' translation keys begin with; the park's id follows. */
  TRANSLATION_KEYS: z.string().min(1),
  /** SES configuration set that reports bounces. */
  MAIL_CONFIGURATION_SET: z.string().min(1),
  /** JSON: ARN of the state machine by workflow name. */
  MACHINES: arnByName,
  /** Name of the bucket of files. */
  FILES: z.string().min(3),
  /** Set by Lambda: keys of the function's role, good for as long as the instance lives. */
  AWS_ACCESS_KEY_ID: z.string().min(1),
  AWS_SECRET_ACCESS_KEY: z.string().min(1),
  AWS_SESSION_TOKEN: z
    .string()
    .transform((token) => (token === "" ? undefined : token))
    .optional(),
  /** Set where AWS is an emulator. */
  AWS_ENDPOINT_URL: z.url().optional(),
};
type Variables = typeof variables;
export type VariableName = keyof Variables;
export type Environment<N extends VariableName> = { [K in N]: z.infer<Variables[K]> };

/** The named variables. Throws one sentence that names what is missing or malformed; never a value. */
export function readEnvironment<const N extends VariableName>(...names: readonly N[]): Environment<N> {
  const read = names.map((name) => ({ name, parsed: variables[name].safeParse(process.env[name]) }));
  const bad = read.filter(({ parsed }) => !parsed.success).map(({ name }) => name);
  if (bad.length > 0) throw new Error(`The function's environment lacks or has malformed: ${bad.join(", ")}.`);
  return Object.fromEntries(read.map(({ name, parsed }) => [name, parsed.data])) as Environment<N>;
}
