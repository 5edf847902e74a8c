/** The stacks of the house in order, once for both tools: SST and the plain CDK app each say how a stack is made. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Stack, Tags } from "aws-cdk-lib";
import { defineAlarm } from "./alarm.ts";
import { defineApi } from "./api.ts";
import type { Place } from "./construct/place.ts";
import { readStage } from "./construct/stage.ts";
import { defineData } from "./data.ts";
import { defineMail } from "./mail.ts";
import { defineWeb } from "./web.ts";
import { defineWorkflow } from "./workflow.ts";

/** Make the stack `id` of the tool's own kind and build in it. */
export type Make = <T>(id: string, build: (stack: Stack) => T) => T;

/** Where the stacks of a stage are built from: `root` is the repository. */
export function placeOf(root: string, stageName: string): Place {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return {
    stage: readStage(root, stageName),
    bundles: join(root, "packages/functions/dist"),
    version,
  };
}

export function defineStacks(make: Make, place: Place): void {
  const tagged: Make = (id, build) =>
    make(id, (stack) => {
      Tags.of(stack).add("multihelix:stage", place.stage.name);
      return build(stack);
    });
  const data = tagged("data", (stack) => defineData(stack, place.stage));
  const mail = tagged("mail", (stack) => defineMail(stack, place, data));
  const workflow = tagged("workflow", (stack) => defineWorkflow(stack, place, data, mail));
  const api = tagged("api", (stack) => defineApi(stack, place, data));
  tagged("web", (stack) => defineWeb(stack, place, data, api));
  tagged("alarm", (stack) => defineAlarm(stack, place.stage, mail, workflow, api));
}
