/** Approvals given together in a browser, by themselves. */
import { afterAll, beforeAll, test } from "vitest";
import { approveTogether } from "./alike.ts";
import { storyOf } from "./aside.ts";
import { type Line, openLine } from "./line.ts";

let line: Line;

beforeAll(async () => {
  line = await openLine();
});
afterAll(() => line?.stop());

test("an approver gives approvals in which nothing differs together; what was answered meanwhile is named", () =>
  approveTogether(line, storyOf(line)));
