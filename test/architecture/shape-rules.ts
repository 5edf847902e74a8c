/** The rules about files themselves: how long they may be and what they may be called. */
import type { House, Violation } from "./house.ts";

const LONGEST = 250;
/** Catalogues, data and workflow definitions are as long as what they list. */
const MAY_BE_LONG = /\/(data|locale|catalogue)\/|^packages\/workflow\/src\/[^/]+\/definition\.ts$/;
/** A programme manager is a person of the domain: pages for them are named after them. */
const A_PERSON = /^web\/src\/route\/manager\//;
/** Words that say nothing about what a folder or file holds. */
const NO_NOUN = /(^|\/)(utils?|helpers?|common|shared|misc|services?|managers?)(\/|\.[a-z]+$)/;

export function checkShape(house: House): Violation[] {
  return house.sources.flatMap(({ path, text }) => {
    const found: Violation[] = [];
    const lines = text.replace(/\n$/, "").split("\n").length;
    if (lines > LONGEST && !MAY_BE_LONG.test(path)) {
      found.push({ rule: "length", path, line: LONGEST + 1, says: `${lines} lines: past ${LONGEST} it is two files` });
    }
    const [word] = A_PERSON.test(path) ? [] : (NO_NOUN.exec(path) ?? []);
    if (word)
      found.push({ rule: "noun", path, line: 1, says: `"${word.replace(/\//g, "")}" does not say what is in it` });
    return found;
  });
}
