/** Approvals given together and a review set aside, in a browser. */
import { afterAll, beforeAll, test } from "vitest";
import { approveTogether } from "./alike.ts";
import { storyOf } from "./aside.ts";
import { type Line, openLine } from "./line.ts";
import { setReviewAside } from "./set-aside.ts";

let line: Line;

beforeAll(async () => {
  line = await openLine();
});
afterAll(() => line?.stop());

test("an approver gives approvals in which nothing differs together; what was answered meanwhile is named", () =>
  approveTogether(line, storyOf(line)));

test("a manager sets a filed review aside with the reason, and somebody else is asked", () =>
  setReviewAside(line, storyOf(line)));
