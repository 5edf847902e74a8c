/** A letter to many applicants in a browser, by itself. */
import { afterAll, beforeAll, test } from "vitest";
import { storyOf } from "./aside.ts";
import { type Line, openLine } from "./line.ts";
import { writeToApplicants } from "./mailing.ts";

let line: Line;

beforeAll(async () => {
  line = await openLine();
});
afterAll(() => line?.stop());

test("a manager writes to the applicants whom the pipeline shows, and sees each letter arrive", () =>
  writeToApplicants(line, storyOf(line)));
