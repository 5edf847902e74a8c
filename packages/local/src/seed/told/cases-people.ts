/** Told cases in which other people than at first go on: a contact who handed over. */
import { screened } from "./paths.ts";
import { handsOver, takesOver } from "./people-acts.ts";
import { declares, reviews } from "./selection-acts.ts";
import type { ToldCase } from "./told-case.ts";

export const peopleCases: readonly ToldCase[] = [
  {
    call: "LIM-V26",
    key: "strain",
    sme: "sme-owner",
    provider: "provider-wales",
    title: "A strain that survives the freezer",
    summary: "We freeze bacteria for a rapid test. We want to know how many of them wake up after half a year.",
    need: "Freezers with a log, and somebody who counts colonies.",
    effect: "We could ship tests without dry ice, and a distributor waits for that.",
    scope: "Colonies of twelve lots at three temperatures over half a year.",
    price: 1_150_000,
    award: 900_000,
    daysAgo: 11,
    acts: [
      ...screened,
      handsOver(3, "sme-editor"),
      declares(4),
      takesOver(5, "sme-editor"),
      reviews(8, [[4, 4, 4, 4]], 1),
    ],
  },
];
