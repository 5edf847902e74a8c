/** interface.md: no page shows a person the name that the house has for an act or a purpose. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const core = join(root, "packages/core/src");
const sources = readdirSync(core, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(core, file), "utf8"));
const words = (file: string) => readFileSync(join(root, "web/src/route/finance", file), "utf8");

test("every act that moves money has words in the ledger's explorer", () => {
  const posts = sources.filter((text) => /^\s+postings(:|,)|PostingDraft/m.test(text));
  const verbs = posts.flatMap((text) =>
    [...text.matchAll(/^ {2}name: "([a-z-]+\.[a-z-]+)",$/gm)].map(([, name]) => name),
  );
  // Reads postings, and the first asks for what others then post.
  const only = ["ledger.record-check", "ledger.record-given", "ledger.start-year-end"];
  // By what they call: a proposal falls with the review or ranking that it rests on, a voucher ends.
  const called = ["review.set-aside", "review.recheck", "ranking.back-to-gate", "voucher.expire", "voucher.cancel"];
  const wanted = [...new Set([...verbs, ...called])].filter((name) => !only.includes(name ?? ""));
  expect(wanted.length).toBeGreaterThan(20);
  expect(wanted.filter((name) => !words("ledger-words.ts").includes(`"${name}": `))).toEqual([]);
});

test("every purpose that a posting is given has words", () => {
  const fixed = sources.flatMap((text) => [
    ...[...text.matchAll(/memo: (?:[^`"\n]+\? )?"([^"$]+)"(?: : "([^"$]+)")?/g)].flatMap(([, one, other]) => [
      one,
      other,
    ]),
    ...[...text.matchAll(/(?:freeReserved|giveBackAll)\([^"`\n]*"([^"]+)"\)/g)].map(([, one]) => one),
  ]);
  const ends = ["lapsed", "expired", "cancelled", "decline", "ask", "silent", "no-room", "not-eligible", "offer-gone"];
  const all = [...new Set([...fixed.flatMap((memo) => memo ?? []), ...ends])].filter((memo) => memo !== "");
  expect(all).toContain("year closed: unspent");
  const known = words("memo-words.ts");
  const isKnown = (memo: string) => known.includes(`    ${memo}: `) || known.includes(`    "${memo}": `);
  expect(all.filter((memo) => !isKnown(memo))).toEqual([]);
});
