/** Own views of the pipeline in a browser, by themselves. */
import { afterAll, beforeAll, test } from "vitest";
import { type Line, openLine } from "./line.ts";
import { keepView } from "./own-views.ts";

let line: Line;

beforeAll(async () => {
  line = await openLine();
});
afterAll(() => line?.stop());

test("a manager saves filters of the pipeline under a name, opens them on another device and deletes them", () =>
  keepView(line));
