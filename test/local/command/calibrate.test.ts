import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { calibrate } from "@multihelix/local/command/calibrate.ts";
import { match } from "@multihelix/local/command/match.ts";
import { afterAll, expect, test } from "vitest";
import { runCommand } from "./run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "multihelix-calibrate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const panel = fileURLToPath(new URL("../../fixture/data/snsf/mock-panel.csv", import.meta.url));

function aFile(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test("calibrate prints ranks with intervals as JSON, the same for the same seed", async () => {
  const words = ["--scores", panel, "--lower-is-better", "--seed", "7", "--json"];
  const [one, again] = [await runCommand(calibrate, words), await runCommand(calibrate, words)];
  expect(one.code).toBe(0);
  const { seconds, ...answer } = JSON.parse(one.out);
  expect(seconds).toBeGreaterThan(0);
  expect(answer.applications[0]).toEqual({
    application: "#1",
    mean: 2,
    scores: 5,
    expectedRank: expect.closeTo(2.44, 0),
    sucra: expect.closeTo(0.9, 1),
    interval50: [1, 3],
    interval90: [1, 6],
  });
  const { seconds: _, ...second } = JSON.parse(again.out);
  expect(second).toEqual(answer);
});

test("calibrate prints a table with strictness for people, and warns", async () => {
  const file = aFile("two.csv", "application,assessor,score\na,x,4\nb,y,3\n");
  const { code, out, err } = await runCommand(calibrate, ["--scores", file]);
  expect(code).toBe(0);
  expect(out).toMatch(/^application +mean +ER +SUCRA/);
  expect(out).toContain("Strictness, in points");
  expect(err).toContain("The panel falls into 2 parts");
});

test("calibrate refuses a bad file with line and column, exit 1", async () => {
  const file = aFile("bad.csv", "application,assessor,score\na,x,good\n");
  const { code, out, err } = await runCommand(calibrate, ["--scores", file, "--json"]);
  expect(code).toBe(1);
  expect(JSON.parse(out).problems).toMatchObject([{ line: 2, column: 3 }]);
  expect(err).toContain('line 2, column 3: "good" of x for a is not a number.');
  expect((await runCommand(calibrate, [])).err).toContain("Give the scores with --scores FILE.");
  expect((await runCommand(calibrate, ["--scores", file, "--seed", "x"])).code).toBe(1);
});

const profiles = '{"id":"ann","text":"titanium implants"}\n{"id":"bob","text":"probiotics","languages":["sv"]}\n';
const texts = '{"id":"p1","text":"A titanium implant.","languages":["en"]}\n';

test("match prints scores with the terms that matched as JSON, the best first", async () => {
  const words = ["--profiles", aFile("profiles.jsonl", profiles), "--texts", aFile("texts.jsonl", texts)];
  const { code, out } = await runCommand(match, [...words, "--json"]);
  expect(code).toBe(0);
  const { matches } = JSON.parse(out);
  expect(matches.map(({ profile, reads }: { profile: string; reads: boolean }) => [profile, reads])).toEqual([
    ["ann", true],
    ["bob", false],
  ]);
  expect(matches[0].terms.map(({ term }: { term: string }) => term)).toEqual([
    "implant",
    "titanium",
    "titanium implant",
  ]);
});

test("match prints a matrix that assign reads: who cannot read it has a conflict", async () => {
  const words = ["--profiles", aFile("profiles.jsonl", profiles), "--texts", aFile("texts.jsonl", texts)];
  expect((await runCommand(match, [...words, "--csv"])).out).toBe("reviewer,p1\nann,1\nbob,\n");
});

test("match refuses a bad file with line and column, exit 1", async () => {
  const words = ["--profiles", aFile("bad.jsonl", "{bad}\n"), "--texts", aFile("texts.jsonl", texts)];
  const { code, err } = await runCommand(match, words);
  expect(code).toBe(1);
  expect(err).toContain("bad.jsonl, line 1, column 2: The line is not JSON");
});
