import { defaultVoucherRubric } from "@multihelix/core/review/rubric.ts";
import {
  answersOf,
  draftOf,
  gapsOf,
  noMark,
  scale,
  sentOf,
  storedMarks,
  withAnswers,
} from "@multihelix/web/route/reviewer/review-marks.ts";
import { act, type ReviewKeys } from "@multihelix/web/route/reviewer/use-review-keys.ts";
import { describe, expect, it, vi } from "vitest";

const good = { score: 4, toApplicant: "Clear.", toPark: "" };

describe("a review while it is written", () => {
  it("stores marks; words without a mark wait for one", () => {
    const draft = { marks: { relevance: good, quality: { ...noMark, toApplicant: "Words" } }, confidence: 2 };
    expect(storedMarks(draft)).toEqual([{ criterion: "relevance", ...good }]);
  });

  it("is the same after it was sent and read again", () => {
    const draft = { marks: { relevance: good, value: { ...good, score: "not-assessable" as const } }, confidence: 3 };
    expect(draftOf(sentOf(answersOf(draft)))).toEqual(draft);
  });

  it("takes in what another window wrote on another criterion, and keeps its own", () => {
    const draft = { marks: { relevance: good }, confidence: 2 };
    const theirs = { quality: { criterion: "quality", score: 3, toApplicant: "Fine.", toPark: "" } };
    expect(withAnswers(draft, theirs)).toEqual({
      marks: { relevance: good, quality: { score: 3, toApplicant: "Fine.", toPark: "" } },
      confidence: 2,
    });
  });

  it("can be sent when every criterion has an answer and words, also one that cannot be assessed", () => {
    const marks = {
      relevance: good,
      quality: { ...good, toApplicant: " " },
      effect: noMark,
      value: { score: "not-assessable" as const, toApplicant: "Nobody else offers it.", toPark: "" },
    };
    expect(gapsOf(defaultVoucherRubric, { marks, confidence: 2 })).toEqual([
      { criterion: "quality", reason: "comment" },
      { criterion: "effect", reason: "score" },
      { criterion: "effect", reason: "comment" },
    ]);
  });

  it("offers half marks only where the rubric has them", () => {
    expect(scale({ max: 2, halfMarks: false })).toEqual([0, 1, 2]);
    expect(scale({ max: 2, halfMarks: true })).toEqual([0, 0.5, 1, 1.5, 2]);
  });
});

describe("the keys of a reviewer", () => {
  const keys = (): ReviewKeys => ({
    move: vi.fn(),
    mark: vi.fn(),
    leaveOut: vi.fn(),
    write: vi.fn(),
    turn: vi.fn(),
    help: vi.fn(),
  });

  it("move, mark, leave out, write, turn and help", () => {
    const pressed = keys();
    for (const key of ["j", "k", "4", "n", "o", "e", "[", "]", "?"]) expect(act(pressed, key)).toBe(true);
    expect(pressed.move).toHaveBeenNthCalledWith(1, 1);
    expect(pressed.move).toHaveBeenNthCalledWith(2, -1);
    expect(pressed.mark).toHaveBeenCalledWith(4);
    expect(pressed.leaveOut).toHaveBeenNthCalledWith(1, "not-assessable");
    expect(pressed.leaveOut).toHaveBeenNthCalledWith(2, "out-of-scope");
    expect(pressed.turn).toHaveBeenNthCalledWith(1, -1);
    expect(pressed.write).toHaveBeenCalledOnce();
    expect(pressed.help).toHaveBeenCalledOnce();
  });

  it("leave every other key to the browser", () => {
    expect(act(keys(), "Tab")).toBe(false);
    expect(act(keys(), "a")).toBe(false);
  });
});
