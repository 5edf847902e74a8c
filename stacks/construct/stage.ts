/** The only place that reads what differs between stages: one JSON file each, in stacks/stage. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const stageSchema = z.strictObject({
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
  /** Where people see pages and API, without a path: `https://grants.example`. */
  origin: z.url({ protocol: /^https$/ }).regex(/^https:\/\/[^/]+$/),
  /** `MultiHelix <no-reply@grants.example>`; the domain is proved to SES by the records that the deployment prints. */
  mailFrom: z.string().regex(/^[^<>]+ <[^@<>]+@[^@<>]+>$/),
  /** Tables, files and logs survive when the stage is removed. */
  keepsData: z.boolean(),
  /** Certificate in us-east-1 for the host of `origin`; without one, pages are served under the CDN's own name. */
  certificateArn: z.string().startsWith("arn:aws:acm:us-east-1:").optional(),
  /** Who is told of alarms. */
  alarmMail: z.email().optional(),
});

/** Settings of one stage, and its name. */
export type Stage = z.infer<typeof stageSchema> & { readonly name: string };

/** Settings of a stage. `root` is the repository: bundled code cannot ask where it came from. */
export function readStage(root: string, name: string): Stage {
  const path = join(root, "stacks/stage", `${name}.json`);
  if (!/^[a-z][a-z0-9-]{0,15}$/.test(name))
    throw new Error(`A stage is named by up to 16 of a–z, 0–9 and "-", not ${name}.`);
  if (!existsSync(path)) throw new Error(`There is no stage ${name}: write ${path}, after the example beside it.`);
  const parsed = stageSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (!parsed.success) throw new Error(`${path} is not a stage: ${z.prettifyError(parsed.error)}`);
  return { ...parsed.data, name };
}
