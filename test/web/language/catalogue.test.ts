import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("../../../web/src/", import.meta.url));
const catalogues = globSync("**/locale/*.po", { cwd: source }).map((file) => ({
  file,
  entries: read(`${source}${file}`),
}));

/** Source text and translation of every entry of a catalogue; long ones are written over several lines. */
function read(path: string): { text: string; translation: string }[] {
  const joined = readFileSync(path, "utf8").replaceAll(/"\n"/g, "");
  return [...joined.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)].map(([, text = "", translation = ""]) => ({
    text,
    translation,
  }));
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+(?=[},])|<\d+>/g) ?? [])].toSorted();

describe("the catalogues", () => {
  it("exist in five languages for the frame and for every area", () => {
    const areas = new Set(catalogues.map(({ file }) => file.replace(/\w+\.po$/, "")));
    expect(areas.size).toBeGreaterThanOrEqual(3);
    for (const area of areas) {
      const languages = catalogues
        .filter(({ file }) => file.startsWith(area))
        .map(({ file }) => file.slice(area.length, -3));
      expect(languages.toSorted()).toEqual(["cy", "en", "fr", "nl", "sv"]);
    }
  });

  it("translate every text", () => {
    const missing = catalogues
      .filter(({ file }) => !file.endsWith("en.po"))
      .flatMap(({ file, entries }) =>
        entries.filter(({ translation }) => translation === "").map(({ text }) => `${file}: ${text}`),
      );
    expect(missing).toEqual([]);
  });

  it("keep the facts that a text is made of", () => {
    const changed = catalogues.flatMap(({ file, entries }) =>
      entries
        .filter(
          ({ text, translation }) =>
            translation !== "" && placeholders(text).join() !== placeholders(translation).join(),
        )
        .map(({ text }) => `${file}: ${text}`),
    );
    expect(changed).toEqual([]);
  });
});
