/** Told cases of Limburg's calls with a deadline: ranked together, drawn, about to be voted on, one with a late review. */
import { screened } from "./paths.ts";
import { best, fair, first, good, poor } from "./ranked-paths.ts";
import { freezes, overspends } from "./ranking-acts.ts";
import { approves, declares, proposes, releases, reviews, states } from "./selection-acts.ts";
import type { Act, ToldCase } from "./told-case.ts";
import { accepts } from "./use-acts.ts";

const archived = {
  call: "LIM-V26A",
  provider: "provider-lund",
  price: 1_150_000,
  award: 900_000,
  daysAgo: 130,
} as const;
const deciding = { ...archived, call: "LIM-V26B", daysAgo: 31 } as const;
const closed = { ...archived, call: "LIM-V26C", provider: "provider-wales", daysAgo: 34 } as const;
/** Days after the submission: approval and release. */
const spring: readonly Act[] = [approves(25), releases(28)];
/** By then the declaration of other aid is more than thirty days old, and is signed again. */
const springAward: readonly Act[] = [...spring, states(29)];

export const rankedCases: readonly ToldCase[] = [
  {
    ...archived,
    key: "vial",
    sme: "nanobrug-owner",
    title: "A vial that shows when it was warm",
    summary: "A dot on the vial turns when a vaccine was warm too long. We want the colour read against a data logger.",
    need: "A climate chamber with traceable probes.",
    effect: "A hospital pharmacy buys as soon as the figures are there.",
    scope: "Colour of two hundred dots against data loggers at five temperatures.",
    acts: [...first, ...best, freezes(18), proposes(22), ...springAward, accepts(31, "applicant"), accepts(33, "provider")],
  },
  {
    ...archived,
    key: "cuff",
    sme: "polsslag-owner",
    title: "A cuff for thin arms",
    summary: "Cuffs are too wide for the very old. We want ours compared with a catheter in forty people.",
    need: "A ward with arterial lines.",
    effect: "Three nursing homes wait for the comparison.",
    scope: "Blood pressure by cuff and by catheter in forty people.",
    acts: [...screened, ...good, proposes(22), ...springAward],
  },
  {
    ...archived,
    key: "loupe",
    sme: "lichtcel-owner",
    title: "A loupe that counts veins",
    summary: "A loupe with a camera counts the veins at the foot. We want its count beside that of three specialists.",
    need: "Specialists and pictures of known feet.",
    effect: "The figure that insurers of diabetic patients want.",
    scope: "Counts of one hundred feet by loupe and by three specialists.",
    acts: [...screened, ...good, proposes(22, "reject"), ...spring],
  },
  {
    ...archived,
    key: "balm",
    sme: "huidtaal-owner",
    title: "A balm for radiated skin",
    summary: "We want to know whether our balm calms the skin after radiation.",
    need: "A clinic with patients.",
    effect: "We hope for a study later.",
    scope: "Redness in thirty patients with and without balm.",
    acts: [...screened, ...poor, proposes(22, "reject"), ...spring],
  },
  {
    ...deciding,
    key: "pen",
    sme: "nanobrug-owner",
    title: "A pen that knows its dose",
    summary: "Our insulin pen weighs what it gives. We want its figure tested over a year of use.",
    need: "A dosing rig and a balance of the first class.",
    effect: "The notified body asks for nothing else.",
    scope: "Ten thousand doses of twenty pens, weighed.",
    acts: [...first, ...best, freezes(22), proposes(26), approves(29)],
  },
  {
    ...deciding,
    key: "lamp",
    sme: "lichtcel-owner",
    title: "Light that keeps the old awake by day",
    summary: "A lamp follows the sun in rooms without one. We want its light measured at the eye.",
    need: "A spectrometer at the height of an eye.",
    effect: "Two nursing homes would fit their rooms.",
    scope: "Light at the eye in six rooms over four weeks.",
    acts: [...screened, ...good, proposes(26)],
  },
  {
    ...deciding,
    key: "plaster",
    sme: "huidtaal-owner",
    title: "A plaster that tells when to change it",
    summary: "A plaster turns blue when a wound grows wet. We want it compared with a nurse's eye.",
    need: "Wounds, nurses and a blind reading.",
    effect: "A home-care organisation tries it as soon as the reading is done.",
    scope: "Three hundred plasters read by colour and by two nurses.",
    acts: [...screened, ...fair, overspends(27)],
  },
  {
    ...deciding,
    key: "belt",
    sme: "polsslag-owner",
    title: "A belt that counts breaths",
    summary: "Our belt counts breaths at night. We want its count beside that of a sleep laboratory.",
    need: "A sleep laboratory for ten nights.",
    effect: "Lung specialists would lend it to their patients.",
    scope: "Breaths of twenty sleepers by belt and by laboratory.",
    acts: [...screened, ...fair],
  },
  {
    ...deciding,
    key: "broth",
    sme: "zuurdesem-owner",
    title: "A broth for those who swallow badly",
    summary: "We thicken broth with fermented fibre. We want to know how it flows.",
    need: "A rheometer.",
    effect: "A leaflet for kitchens.",
    scope: "Flow of twelve broths at three temperatures.",
    acts: [...screened, ...poor, proposes(26, "reject")],
  },
  {
    ...closed,
    key: "crust",
    sme: "zuurdesem-owner",
    title: "Less acrylamide in a dark crust",
    summary: "We bake a dark crust with less acrylamide. We want the figure by a certified method.",
    need: "A certified assay.",
    effect: "A chain of bakeries would take the dough.",
    scope: "Acrylamide in sixty crusts of three doughs.",
    acts: [...screened, ...good],
  },
  {
    ...closed,
    key: "drink",
    sme: "huidtaal-owner",
    title: "Collagen that is still there",
    summary: "We want to know how much collagen a drink still holds after half a year.",
    need: "An assay of peptides by size.",
    effect: "A claim that may be printed.",
    scope: "Peptides by size in twenty bottles at four ages.",
    acts: [...screened, ...good],
  },
  {
    ...closed,
    key: "algae",
    sme: "nanobrug-owner",
    title: "Iron from algae in the blood",
    summary: "Our algae carry iron. We want to know how much of it a body takes up, in a cell model.",
    need: "A cell model of the gut.",
    effect: "The dossier of a novel food.",
    scope: "Uptake of iron in a cell model, with six controls.",
    acts: [...screened, ...best],
  },
  {
    ...closed,
    key: "snack",
    sme: "polsslag-owner",
    title: "A snack that does not lift the sugar",
    summary: "We want the rise of blood sugar after our snack measured in twenty volunteers.",
    need: "Volunteers and a laboratory for blood.",
    effect: "A label for those with diabetes.",
    scope: "Blood sugar of twenty volunteers over three hours.",
    // One of the two reviewers never files: reminded, late, replaced.
    acts: [...first, declares(9), reviews(14, [[4, 3, 4, 4]], 1)],
  },
];
