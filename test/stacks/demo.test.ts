import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleFunction } from "@multihelix/functions/build/bundle.ts";
import { entries } from "@multihelix/functions/build/entry.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { stackIds, templatesOf } from "./deployed.ts";

/** What demo mode is made of, on the one machine where it may exist. */
const demoRoutes = ["/api/demo/", "/dev/inbox", "/api/dev/"];
const demoModules = /^packages\/local\/|\/demo(\.ts|\/)|^packages\/core\/src\/network\/demo\.ts$/;

const built = new Map<string, { modules: readonly string[]; text: string }>();

beforeAll(async () => {
  const outDir = mkdtempSync(join(tmpdir(), "multihelix-bundles-"));
  for (const bundle of await Promise.all(entries.map((entry) => bundleFunction(entry, outDir)))) {
    const text = readdirSync(bundle.folder).map((file) => readFileSync(join(bundle.folder, file), "utf8"));
    built.set(bundle.entry.name, { modules: bundle.modules, text: text.join("\n") });
  }
});

describe.each(entries.map(({ name }) => name))("the bundle of %s", (name) => {
  test("has no route of demo mode, not even one that is switched off (S13)", () => {
    const { text = "" } = built.get(name) ?? {};
    expect(text.length).toBeGreaterThan(1000);
    expect(demoRoutes.filter((route) => text.includes(route))).toEqual([]);
  });

  test("has no module of demo mode or of the one-machine composition (S13)", () => {
    expect(built.get(name)?.modules.filter((path) => demoModules.test(path))).toEqual([]);
  });
});

test.each(["ci", "example"])("no template of stage %s speaks of demo mode (S13)", (stage) => {
  const templates = templatesOf(stage);
  for (const id of stackIds) expect(JSON.stringify(templates[id].toJSON())).not.toMatch(/\bdemo\b|\/dev\//i);
});
