/** The one description of a workflow picture: what the API answers and what the web draws, in the reader's language. */
import * as z from "zod";
import { instantSchema } from "../kernel/instant.ts";

/** `refused` is a station that was reached and ended in a no or a time-out. */
export const strandStateSchema = z.enum(["done", "present", "to-come", "refused"]);
export type StrandState = z.infer<typeof strandStateSchema>;

export const parkShapeSchema = z.enum(["circle", "square", "triangle", "diamond", "hexagon", "star", "cross"]);
export type ParkShape = z.infer<typeof parkShapeSchema>;

/** A park in the picture. `stake`: it pays, or will; other parks are guests of single blocks. */
export const strandParkSchema = z.object({
  id: z.string(),
  name: z.string(),
  shape: parkShapeSchema,
  stake: z.boolean(),
});
export type StrandPark = z.infer<typeof strandParkSchema>;

const stationFields = {
  id: z.string(),
  /** One or two words for what happens here: `Approved`, `Filed`, `Submitted`. */
  label: z.string(),
  /** Short further words, shown where there is no date: an amount, a name, a waiting time. */
  sublabel: z.string().optional(),
  state: strandStateSchema,
  /** When it was reached or answered. */
  at: instantSchema.optional(),
  /** Who did it. Never sent to applicants. */
  by: z.string().optional(),
  /** Who holds it now. Never sent to applicants where it is somebody inside a park. */
  holder: z.string().optional(),
  due: instantSchema.optional(),
  /** Working days of the holder's calendar until `due`; negative when over. */
  workingDaysLeft: z.number().int().optional(),
  overdue: z.boolean().optional(),
};

export const strandStationSchema = z.object(stationFields);
export type StrandStation = z.infer<typeof strandStationSchema>;

/** One holder for the whole case. */
export const strandTrunkSchema = z.object({ kind: z.literal("trunk"), ...stationFields });
export type StrandTrunk = z.infer<typeof strandTrunkSchema>;

/** Stations of one park inside a parallel block, in order; two slots of one park are two stations. */
export const strandLaneSchema = z.object({ parkId: z.string(), stations: z.array(strandStationSchema).min(1) });
export type StrandLane = z.infer<typeof strandLaneSchema>;

/** Several parks at once. */
export const strandParallelSchema = z.object({
  kind: z.literal("parallel"),
  id: z.string(),
  label: z.string(),
  sublabel: z.string().optional(),
  lanes: z.array(strandLaneSchema).min(1),
});
export type StrandParallel = z.infer<typeof strandParallelSchema>;

export const strandBlockSchema = z.discriminatedUnion("kind", [strandTrunkSchema, strandParallelSchema]);
export type StrandBlock = z.infer<typeof strandBlockSchema>;

/** A way that the case may still take: back to an earlier block, or out of the workflow. */
export const strandWaySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("return"), from: z.string(), to: z.string(), caption: z.string() }),
  z.object({ kind: z.literal("exit"), from: z.string(), caption: z.string() }),
]);
export type StrandWay = z.infer<typeof strandWaySchema>;

export const strandsSchema = z.object({
  caseId: z.string(),
  audience: z.enum(["applicant", "staff"]),
  /** What the case is called; begins the accessible name. */
  title: z.string(),
  /** IANA zone in which the dates of the picture are read, usually the lead park's. */
  zone: z.string(),
  /** In network order. */
  parks: z.array(strandParkSchema),
  blocks: z.array(strandBlockSchema).min(1),
  otherWays: z.array(strandWaySchema),
  /** The "what happens next" sentence for this audience. */
  next: z.string(),
});
export type Strands = z.infer<typeof strandsSchema>;
