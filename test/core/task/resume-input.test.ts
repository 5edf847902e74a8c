/** Where a new execution takes a case up: from every resting status, at the state and round at which people left off. */
import { restingStates, resumeInput } from "@multihelix/core/task/restart-case.ts";
import { describe, expect, test } from "vitest";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { done, proposed } from "./left.ts";
import { situations } from "./left-cases.ts";

describe("a case left", () => {
  test.each(situations)("$when → $from, round $round", ({ status, tasks, proposals = [], from, round }) => {
    const one = aCase({ status });
    expect(resumeInput(one, tasks(), proposals)).toMatchObject({ caseId, attempt: 1, from, round });
  });

  test("in each status that has a workflow is among them", () => {
    expect(new Set(situations.map(({ status }) => status))).toEqual(new Set(Object.keys(restingStates)));
  });

  test("with tasks of an earlier attempt or of the other workflow is not misled by them", () => {
    const old = [done("screen", 4, "ask", 5), { ...done("use", 7, "reported"), workflow: "voucher-use" as const }];
    expect(resumeInput(aCase({ status: "screening", attempt: 2 }), old, [])).toMatchObject({ attempt: 2, round: 1 });
  });

  test("approving goes on with the parks of the proposal, not with the call's", () => {
    const one = aCase({ status: "approving", payingParks: ["limburg", "lund", "wales"] });
    expect(resumeInput(one, [], [proposed(1, ["limburg", "wales"])]).parks).toEqual(["limburg", "wales"]);
  });
});
