/** The stacks as a plain CDK app, under the same names as SST gives: `cdk --app "node stacks/app.ts" -c stage=ci …`. */
import { App, Stack } from "aws-cdk-lib";
import { product } from "./construct/name.ts";
import type { Place } from "./construct/place.ts";
import { defineStacks, placeOf } from "./index.ts";

/** An app with the stacks of a place. The account is that of whoever deploys. */
export function plainApp(place: Place, app = new App()): App {
  const { name, region } = place.stage;
  defineStacks(
    (id, build) => build(new Stack(app, id, { stackName: `${name}-${product}-${id}`, env: { region } })),
    place,
  );
  return app;
}

if (import.meta.main) {
  const app = new App();
  const stage: unknown = app.node.tryGetContext("stage");
  if (typeof stage !== "string") throw new Error("Say which stage: cdk … -c stage=NAME");
  plainApp(placeOf(process.cwd(), stage), app);
  app.synth();
}
