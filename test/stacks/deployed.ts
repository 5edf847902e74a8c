/** The stacks as tests see them: synthesised once per stage by the plain CDK, over stand-ins for what is built. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { entries } from "@multihelix/functions/build/entry.ts";
import type { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { plainApp } from "../../stacks/app.ts";
import type { Place } from "../../stacks/construct/place.ts";
import { placeOf } from "../../stacks/index.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export const stackIds = ["data", "mail", "workflow", "api", "web", "alarm"] as const;
export type StackId = (typeof stackIds)[number];

/** A place of a stage whose functions are stand-ins. */
export function standInPlace(stage: string): Place {
  const folder = mkdtempSync(join(tmpdir(), "multihelix-stacks-"));
  for (const { name } of entries) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "index.mjs"), "export const handler = async () => undefined;\n");
  }
  return { ...placeOf(root, stage), bundles: folder };
}

/** A stack of the app by its id. */
export function stackOf(app: App, id: StackId): Stack {
  return app.node.findChild(id) as Stack;
}

/** Templates of all stacks of a stage. */
export function templatesOf(stage: string): Record<StackId, Template> {
  const app = plainApp(standInPlace(stage));
  return Object.fromEntries(stackIds.map((id) => [id, Template.fromStack(stackOf(app, id))])) as Record<
    StackId,
    Template
  >;
}

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
}

/** All resources of one type over all stacks, with their stack and logical id. */
export function resourcesOf(
  templates: Record<StackId, Template>,
  type: string,
): { stack: StackId; id: string; resource: Resource }[] {
  return stackIds.flatMap((stack) =>
    Object.entries(templates[stack].findResources(type)).map(([id, resource]) => ({
      stack,
      id,
      resource: resource as Resource,
    })),
  );
}
