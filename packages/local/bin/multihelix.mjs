#!/usr/bin/env node
// The command line of the product: sets up what is missing and runs the command.
import { launch } from "./launch.mjs";

await launch(process.argv.slice(2));
