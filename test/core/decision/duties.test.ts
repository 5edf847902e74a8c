import { whoDecidedBefore, whoProposed } from "@multihelix/core/decision/duties.ts";
import { expect, test } from "vitest";
import { idOf } from "../../fixture/build/ids.ts";
import { aTask } from "../../fixture/build/task.ts";

const by = (name: string, kind: "screen" | "confirm-ineligible", attempt: number, outcome: string) =>
  aTask(kind, { by: idOf("per", name), status: "answered", attempt, answer: { outcome } });

test("after upheld redress nobody who found against the company proposes anew; who found it eligible may", () => {
  const tasks = [
    by("sam", "screen", 1, "ineligible"),
    by("cara", "confirm-ineligible", 1, "confirmed"),
    by("eli", "screen", 1, "eligible"),
    by("now", "screen", 2, "ineligible"),
  ];
  const proposals = [
    { attempt: 1, proposedBy: idOf("per", "mia") },
    { attempt: 2, proposedBy: idOf("per", "max") },
  ];
  expect(whoDecidedBefore(2, tasks, proposals)).toEqual([idOf("per", "sam"), idOf("per", "cara"), idOf("per", "mia")]);
  expect(whoDecidedBefore(1, tasks, proposals)).toEqual([]);
});

test("whoever proposed any round of the present attempt counts as its proposer, those of an earlier attempt do not", () => {
  const proposals = [
    { attempt: 1, proposedBy: idOf("per", "eli") },
    { attempt: 2, proposedBy: idOf("per", "mia") },
    { attempt: 2, proposedBy: idOf("per", "max") },
  ];
  expect(whoProposed({ one: { attempt: 2 }, proposals })).toEqual([idOf("per", "mia"), idOf("per", "max")]);
  expect(whoProposed({ one: undefined, proposals })).toEqual([]);
});
