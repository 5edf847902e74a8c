/** The ways that cases of a deadline call go until they are ranked, as far as several of them go the same way. */
import { screened } from "./paths.ts";
import { assigns } from "./ranking-acts.ts";
import { declares, reviews } from "./selection-acts.ts";
import type { Act } from "./told-case.ts";

/** Both reviewers gave the same marks: means and criteria are easy to follow in the ranking. */
const marked = (...marks: readonly number[]): readonly Act[] => [declares(9), reviews(14, [marks])];

/** Screened, and the first of its call, with which the reviewers of all are assigned. */
export const first: readonly Act[] = [...screened, ...assigns(5)];
export const best = marked(5, 4, 5, 4);
export const good = marked(4, 4, 4, 3);
export const fair = marked(4, 3, 3, 3);
export const poor = marked(2, 3, 2, 2);
