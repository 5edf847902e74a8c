import { chooseLanguage, localeFor } from "@multihelix/web/language/language.ts";
import { describe, expect, it } from "vitest";

describe("the language of the web", () => {
  it("is the one chosen before, else the browser's first that we have, else English", () => {
    expect(chooseLanguage("cy", ["nl-BE"])).toBe("cy");
    expect(chooseLanguage(null, ["de-DE", "nl-NL", "en"])).toBe("nl");
    expect(chooseLanguage("de", ["ja"])).toBe("en");
  });

  it("writes numbers and dates as the reader's country does where we have readers, else as our parks do", () => {
    expect(localeFor("fr", ["fr-BE", "fr"])).toBe("fr-BE");
    expect(localeFor("fr", ["en-US"])).toBe("fr-CA");
    expect(localeFor("en", ["en-US", "en"])).toBe("en-GB");
    expect(localeFor("cy", [])).toBe("cy-GB");
  });
});
