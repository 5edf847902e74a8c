/** Domain §9: redress is against refusals, cuts, cancellations and recoveries; no letter promises it against an award. */
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { awardRemedyText, remedyText } from "@multihelix/core/network/remedy.ts";
import { languageSchema } from "@multihelix/core/person/person.ts";
import { expect, test } from "vitest";
import { networkWithGeneva } from "../../fixture/network.ts";

/** The thirty days in which redress may be asked, however a language puts them. */
const window = /30\s/;

test("the text on awards speaks of courts and promises no new look, in each language of each park", () => {
  for (const park of demoNetwork().parks.filter(({ associate }) => !associate))
    for (const language of languageSchema.options) {
      expect(remedyText(park, language)).toMatch(window);
      expect(awardRemedyText(park, language)).not.toMatch(window);
      expect(awardRemedyText(park, language)).toBe(park.texts.awardRemedy?.[language]);
    }
});

test("a park that says nothing of its own has a plain word on courts, in the reader's language", () => {
  const geneva = networkWithGeneva().parks.find(({ id }) => id === "geneva");
  if (geneva === undefined) throw new Error("it joined");
  expect(geneva.texts.awardRemedy).toBeUndefined();
  expect(awardRemedyText(geneva, "fr")).toContain("le tribunal compétent");
  expect(awardRemedyText(geneva, "cy")).toContain("y llys cymwys");
  expect(awardRemedyText(geneva, "en")).not.toMatch(window);
});
