/** Told cases of Lund's call with a deadline: voted on, decided, in use, and one that redress brought back. */
import { screened } from "./paths.ts";
import { fair, first, good, poor } from "./ranked-paths.ts";
import { admits, approvesAnew, assigns, freezes, proposesAnew, releasesAnew, upholds, votes } from "./ranking-acts.ts";
import { approves, asksRedress, declares, proposes, releases, reviews, states } from "./selection-acts.ts";
import type { Act, ToldCase } from "./told-case.ts";
import { accepts } from "./use-acts.ts";

const decided = {
  call: "LUN-V26A",
  provider: "provider-sherbrooke",
  price: 15_000_000,
  award: 11_000_000,
  daysAgo: 70,
} as const;

/** Days after the submission; at the release the declaration of other aid is too old, and is signed again. */
const customers: readonly Act[] = [
  proposes(25),
  approves(28),
  releases(32),
  states(34),
  accepts(36, "applicant"),
  accepts(38, "provider"),
];

export const redressedCases: readonly ToldCase[] = [
  {
    ...decided,
    key: "strip",
    sme: "havsglas-owner",
    title: "A strip for the ship's doctor",
    summary: "A test strip for use at sea. We want to know whether salt air spoils it.",
    need: "A salt chamber.",
    effect: "A shipping company has signed for a first thousand.",
    scope: "One thousand strips in salt air at three humidities.",
    acts: [...first, ...good, votes(18), freezes(21), ...customers],
  },
  {
    ...decided,
    key: "cornflower",
    sme: "lund-sme-owner",
    title: "A dye from cornflowers",
    summary: "A blue dye for diagnostics that comes from a plant. We want its light fastness measured.",
    need: "A xenon chamber.",
    effect: "A maker of test kits buys where it lasts two years.",
    scope: "Fading of forty samples under xenon light.",
    acts: [...screened, ...good, ...customers],
  },
  {
    ...decided,
    key: "hinge",
    sme: "lichtcel-owner",
    title: "A hinge that never rusts",
    summary: "We print hinges for loupes. We want them tested in the steam of a steriliser.",
    need: "A steriliser that counts.",
    effect: "No customer is named.",
    scope: "Two thousand cycles of twenty hinges.",
    acts: [...screened, ...poor, proposes(25, "reject"), approves(28), releases(32)],
  },
  {
    ...decided,
    key: "filter",
    sme: "nanobrug-owner",
    title: "A filter that lets nothing through",
    summary: "A filter of nanofibres for respirators. We want to know what passes it at the breath of a runner.",
    need: "A particle counter and a breathing machine.",
    effect: "The fire service of Malmö waits for the figure.",
    scope: "Particles that pass twelve filters at four flows.",
    acts: [
      ...screened,
      ...fair,
      proposes(25, "reject"),
      approves(28),
      releases(32),
      asksRedress(36, "The letter of the fire service was attached; the reviews say that no customer is named."),
      admits(39),
      upholds(43, "The attached letter was overlooked. Others review the application anew."),
      ...assigns(46),
      declares(50),
      reviews(55, [[4, 4, 5, 4]]),
      proposesAnew(58),
      approvesAnew(61),
      releasesAnew(64),
      states(66),
    ],
  },
];
