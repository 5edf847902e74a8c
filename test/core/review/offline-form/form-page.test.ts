import { languageSchema } from "@multihelix/core/person/person.ts";
import { formPage } from "@multihelix/core/review/offline-form/form-page.ts";
import { defaultVoucherRubric } from "@multihelix/core/review/rubric.ts";
import { expect, test } from "vitest";
import { hostile } from "../../../fixture/build/letter.ts";

const content = {
  reference: "LIM-V26-7K3QX",
  title: hostile,
  applicant: hostile,
  provider: "Lab",
  language: "nl",
  texts: { summary: hostile, need: "</script><script>alert(1)</script>", effect: "", scope: hostile },
  price: "€ 12.500,00",
  rubric: defaultVoucherRubric,
  marks: [{ criterion: "quality", score: 4, toApplicant: "</textarea><b>", toPark: "" }],
  confidence: 3,
  token: "c2VhbGVk",
};

test.each(languageSchema.options)(
  "the form is whole in %s, and no value of a case becomes markup of it",
  (language) => {
    const page = formPage(content, language);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toMatch(/undefined|NaN|\[object/);
    expect(page).not.toContain("<img");
    expect(page).not.toContain("</textarea><b>");
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).not.toMatch(/<\w+[^>]*\s(src|href)=|@import|url\(/);
  },
);

test("what was written so far is in it, each criterion of the rubric once", () => {
  const page = formPage(content, "en");
  expect(page.match(/<fieldset data-criterion=/g)).toHaveLength(4);
  expect(page).toContain('<option value="4" selected>4: very good</option>');
  expect(page).toContain('<option value="3" selected>Very</option>');
  expect(page).toContain("&lt;/textarea&gt;&lt;b&gt;</textarea>");
});
