/** Tells SST what the house is called and hands it the stacks; everything else about AWS is in stacks/. */
import type { SSTConfig } from "sst";
import { defineStacks, type Make, placeOf } from "./stacks/index.ts";

// SST bundles this file into the root of the repository, where it is run from.
const root = process.cwd();

const config: SSTConfig = {
  config: ({ stage = "ci" }) => ({
    name: "multihelix",
    region: placeOf(root, stage).stage.region,
    bootstrap: { useCdkBucket: true },
  }),
  stacks(app) {
    const make: Make = (id, build) => {
      let made: ReturnType<typeof build> | undefined;
      app.stack(
        ({ stack }) => {
          made = build(stack);
        },
        { id },
      );
      return made as ReturnType<typeof build>;
    };
    defineStacks(make, placeOf(root, app.stage));
  },
};

export default config;
