/** "What happens next" names who acts, until when that one does, and what can still be asked. */
import type { Case } from "@multihelix/core/application/case.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { languageSchema } from "@multihelix/core/person/person.ts";
import type { Task } from "@multihelix/core/task/task.ts";
import { nextSentences, over } from "@multihelix/core/view/next-text.ts";
import type { PictureFacts } from "@multihelix/core/view/station.ts";
import { nextSentence } from "@multihelix/core/view/workflow-view.ts";
import { describe, expect, test } from "vitest";
import { aCase } from "../../fixture/build/case.ts";
import { conditionalFacts } from "../../fixture/build/conditional.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";

const nobody = { park: "P", provider: "Q", applicant: "A", due: "" };
const provider = { kind: "organisation", organisationId: idOf("org", "lab") } as const;
const applicant = { kind: "organisation", organisationId: aCase().applicantId } as const;

function told(given: Partial<Case>, task: Task[], audience: PictureFacts["view"]["audience"] = "applicant"): string {
  const one = aCase(given);
  const view = { audience, status: one.status };
  return nextSentence({ view, items: { task }, network: demoNetwork(), language: "en" }, one);
}

const early = { due: at("2026-11-20T22:59:59Z") };
const late = { due: at("2026-12-04T22:59:59Z") };

describe("the day in the sentence", () => {
  test("is that of who acts: a provider who is asked about its offer gives the park no day", () => {
    const renewal = aTask("renew-offer", { holder: provider, ...early });
    expect(told({ status: "screening" }, [renewal])).not.toContain("November");
    expect(told({ status: "claim-check" }, [renewal])).not.toContain("November");
  });

  test("is not another party's: the company's answer is due on its own day", () => {
    const renewal = aTask("renew-offer", { holder: provider, ...early });
    const question = aTask("answer-question", { holder: applicant, ...late });
    expect(told({ status: "more-information" }, [renewal, question])).toContain("December");
    expect(told({ status: "more-information" }, [renewal, question], "staff")).toContain("December");
  });

  test("of a park is told to those inside alone", () => {
    const check = aTask("check-claim", late);
    expect(told({ status: "claim-check" }, [check])).not.toContain("December");
  });
});

describe("the sentence", () => {
  test("of a statement that was made, and of what its award waits for, is for whoever may see the condition", () => {
    const made = { declared: [], by: idOf("per", "anna"), at: at("2026-11-12T09:00:00Z") };
    const condition = { ...conditionalFacts().one?.condition, statement: made, awaited: ["organisation.not-verified"] };
    const stated = { status: "conditional", condition } as Partial<Case>;
    for (const audience of ["applicant", "staff", "auditor"] as const)
      expect(told(stated, [], audience)).toContain("has made its statement");
    for (const audience of ["provider", "reviewer"] as const)
      expect(told(stated, [], audience)).toBe(told({ status: "conditional" }, [], audience));
  });

  test("promises no single question, and does not take a dispute for an application that is checked", () => {
    expect(nextSentences.screening.en(nobody)).not.toContain("once");
    for (const language of languageSchema.options)
      expect(nextSentences.disputed[language](nobody)).not.toBe(nextSentences.screening[language](nobody));
  });

  test("names redress wherever the end may be asked about, until the case is closed", () => {
    for (const status of ["rejected", "ineligible", "cancelled"] as const) {
      expect(told({ status }, [])).toContain("redress within 30 days");
      expect(told({ status, closedAt: at("2026-11-20T08:00:00Z") }, [])).toBe(over.en(nobody));
    }
    for (const status of ["withdrawn", "lapsed", "redeemed"] as const)
      expect(told({ status }, [])).toBe(over.en(nobody));
  });
});
