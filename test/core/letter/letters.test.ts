import { render } from "@multihelix/core/letter/keep-letter.ts";
import { type LetterKind, letterKinds, letters } from "@multihelix/core/letter/list.ts";
import { sayIn } from "@multihelix/core/letter/say.ts";
import { mailerAt, withSite } from "@multihelix/core/letter/site.ts";
import { taskWords } from "@multihelix/core/letter/task-words.ts";
import { letterChanges, renderLetter } from "@multihelix/core/letter/write-letter.ts";
import { type Language, languageSchema } from "@multihelix/core/person/person.ts";
import type { Mail } from "@multihelix/core/port/mailer.ts";
import { taskKinds } from "@multihelix/core/task/task.ts";
import { describe, expect, test } from "vitest";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { hostile, letterData } from "../../fixture/build/letter.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";

const languages = languageSchema.options;

function rendered(kind: LetterKind, language: Language, name = "Anna") {
  return render(
    letters[kind],
    { kind, to: { email: "anna@example.org", name, language }, data: letterData[kind] },
    "MultiHelix",
  );
}

describe.each(letterKinds)("the letter %s", (kind) => {
  test.each(languages)("is whole in %s, in text and in HTML", (language) => {
    const { subject, text, html } = rendered(kind, language);
    for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|NaN|\[object/);
    expect(`${subject} ${text}`).not.toContain("#");
    expect(subject.length).toBeGreaterThan(4);
    expect(html).toContain(`<html lang="${language}">`);
  });

  test("says in each language something else", () => {
    expect(new Set(languages.map((language) => rendered(kind, language).text)).size).toBe(languages.length);
  });

  test.each(languages)("lets no value of it become HTML in %s", (language) => {
    const { html } = rendered(kind, language, hostile);
    expect(html).not.toContain("<img");
    expect(html.match(/onerror="/g)).toBeNull();
  });
});

describe("what letters say", () => {
  test("a line break in a value cannot start another mail header", () => {
    const data = { ...letterData["provider-invited"], applicant: "Vivo\r\nBcc: all@example.org" };
    const to = { email: "lena@example.org", name: "Lena", language: "en" as const };
    expect(renderLetter({ kind: "provider-invited", to, data }, "MultiHelix").subject).toBe(
      "Vivo Bcc: all@example.org asks for your offer",
    );
  });

  test("dates carry their zone, amounts their currency, both as the reader writes them", () => {
    const texts = Object.fromEntries(
      languages.map((language) => [language, rendered("decision-award", language).text]),
    );
    expect(texts.en).toMatch(/12 May 2027 at 23:59 CEST/);
    expect(texts.nl).toContain("€ 10.000,00".replace(" ", "\u00a0"));
    expect(texts.fr).toMatch(/10\s000,00\s\$|10\s000,00\s€/u);
    expect(texts.sv).toMatch(/10\s000,00\s€/u);
    expect(texts.cy).toContain("12 Mai 2027");
  });

  test("a converted share shows rate and date beside the amount", () => {
    expect(rendered("decision-award", "en").text).toContain("£4,210.75 (1 EUR = 0.84215 GBP, 31 October 2026)");
  });

  test("a criterion nobody could assess is said to be so, never shown as zero", () => {
    expect(rendered("decision-rejection", "en").text).toContain("Value for money: not assessed");
  });

  test("criteria of the default rubric are in the reader's language, others in the call's own words", () => {
    const { text } = rendered("decision-rejection", "sv");
    expect(text).toContain("Relevans: 4,5 av 5");
    expect(text).toContain("Criterion of this call: 3 av 5");
  });

  test("numbers of things take the form that the language asks for, Welsh with all six", () => {
    const forms = { zero: "# ci", one: "# ci", two: "# gi", few: "# chi", many: "# chi", other: "# ci" };
    const cy = sayIn("cy");
    expect([0, 1, 2, 3, 6, 7].map((n) => cy.count(n, forms))).toEqual([
      "0 ci",
      "1 ci",
      "2 gi",
      "3 chi",
      "6 chi",
      "7 ci",
    ]);
    expect(sayIn("fr").count(0, { one: "# jour", other: "# jours" })).toBe("0 jour");
    expect(sayIn("sv").count(1, { one: "# dag", other: "# dagar" })).toBe("1 dag");
  });

  test("every task has words in every language", () => {
    for (const language of languages) {
      expect(Object.keys(taskWords[language]).sort()).toEqual([...taskKinds].sort());
    }
  });

  test("no letter begs, shouts or blames", () => {
    for (const kind of letterKinds) {
      const { subject, text } = rendered(kind, "en");
      expect(`${subject} ${text.replaceAll(hostile, "")}`).not.toMatch(/please|!|unfortunately|failed to/i);
    }
  });
});

describe("a letter that is written", () => {
  const to = { personId: idOf("per", "anna"), email: "anna@example.org", name: "Anna", language: "nl" as const };

  test("is one stored letter and one effect that sends it, in the reader's language", () => {
    const draft = {
      kind: "receipt",
      key: "receipt:anna",
      stream: caseId,
      caseId,
      to,
      data: letterData.receipt,
    } as const;
    const { changes, effects } = letterChanges(draft, aMoment());
    const [letter] = written(changes, "letter");
    expect(changes).toHaveLength(1);
    expect(letter).toMatchObject({
      kind: "receipt",
      key: "receipt:anna",
      language: "nl",
      status: "queued",
      to: { email: "anna@example.org" },
    });
    expect(letter?.subject).toBe("Ontvangen: LIM-V26-7K3QX");
    expect(effects).toEqual([{ body: { kind: "send-letter", stream: caseId, letterId: letter?.letterId } }]);
  });

  test("learns the installation's address only when it is sent", async () => {
    const { text, html } = rendered("receipt", "en");
    expect(text).not.toContain("grants.example");
    const sent: Mail[] = [];
    const mailer = mailerAt(() => "https://grants.example", {
      async send(mail) {
        sent.push(mail);
        return { kind: "accepted", messageId: "1" };
      },
    });
    await mailer.send({ id: "1", to: "anna@example.org", subject: "", text, html } as Mail);
    expect(sent[0]?.text).toContain("Open the case: https://grants.example/cases/app_01");
    expect(sent[0]?.html).toContain('href="https://grants.example/cases/app_01"');
    expect(withSite(html, "")).toContain('href="/cases/app_01"');
  });
});
