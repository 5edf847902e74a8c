#!/usr/bin/env node
// npm start: sets up what is missing and serves the product.
import { launch } from "./launch.mjs";

await launch(["start", ...process.argv.slice(2)]);
