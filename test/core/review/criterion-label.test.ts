import { anchorIn, labelIn } from "@multihelix/core/review/criterion-label.ts";
import { defaultVoucherRubric } from "@multihelix/core/review/rubric.ts";
import { describe, expect, test } from "vitest";

const [relevance = {} as never] = defaultVoucherRubric.criteria;
const dutch = { relevance: "Relevantie" };

describe("a criterion is named", () => {
  test("as the call does in the reader's language, else as the network does, else in English", () => {
    expect(labelIn({ ...relevance, labels: { nl: "Past het?" } }, "nl", dutch)).toBe("Past het?");
    expect(labelIn(relevance, "nl", dutch)).toBe("Relevantie");
    expect(labelIn({ id: "own", label: "Our own", labels: { fr: "Le nôtre" } }, "nl", dutch)).toBe("Our own");
  });

  test("by its new name, where a criterion of the network was given one", () => {
    expect(labelIn({ ...relevance, label: "Fit" }, "nl", dutch)).toBe("Fit");
  });
});

describe("a mark means", () => {
  const own = { anchors: ["no", "some", ""], anchorsIn: { nl: ["geen", ""] } };
  test("what the call says in the reader's language, else in English; a half mark what the whole one below it does", () => {
    expect(anchorIn(own, 0.5, "nl")).toBe("geen");
    expect(anchorIn(own, 1, "nl")).toBe("some");
    expect(anchorIn(own, 1, "sv")).toBe("some");
  });
  test("nothing, where nobody wrote it", () => {
    expect(anchorIn(own, 2, "en")).toBeUndefined();
    expect(anchorIn(own, 5, "en")).toBeUndefined();
  });
});
