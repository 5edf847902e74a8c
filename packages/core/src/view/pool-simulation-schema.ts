/** What is asked of a simulation of the reviewer pool, and the shape of its answer. */
import * as z from "zod";
import { callSchema, callStateSchema } from "../call/call.ts";
import { personIdSchema } from "../kernel/id.ts";
import { languageSchema } from "../person/person.ts";
import { impossibleSchema } from "../review/review-plan.ts";
import { seatSchema } from "../review/sheet.ts";
import { applicationsMost } from "../review/simulation/expect.ts";
import type { Weight } from "../review/simulation/imagine.ts";

/** `en:3,sv:1`: of each four applications, one in Swedish. Ids that the call or the network does not know count for nothing. */
const weightsSchema = z
  .string()
  .max(400)
  .regex(/^[a-z][a-z0-9-]*:\d{1,4}(,[a-z][a-z0-9-]*:\d{1,4})*$/)
  .transform((text) =>
    text.split(",").map((part): Weight => {
      const [id = "", weight] = part.split(":");
      return { id, weight: Number(weight) };
    }),
  );

export const simulationQuerySchema = z.object({
  /** Absent: as many as the last call got, or as the budget is good for. */
  applications: z.coerce.number().int().min(1).max(applicationsMost).optional(),
  seed: z.coerce.number().int().min(1).max(99_999).default(1),
  /** What each asks for, minor units of the call's currency. */
  amount: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
  languages: weightsSchema.optional(),
  homes: weightsSchema.optional(),
  providers: weightsSchema.optional(),
});
export type SimulationQuery = z.infer<typeof simulationQuerySchema>;

const shareSchema = z.object({ usual: z.number(), worst: z.number() });
const figureSchema = z.object({ usual: z.number().int(), most: z.number().int() });
const partSchema = z.array(z.object({ id: z.string(), percent: z.number().int() }));

export const poolSimulationSchema = z.object({
  call: callSchema.pick({ callId: true, code: true, title: true, mode: true, currency: true, maximumAward: true }),
  /** In which one may apply. */
  callLanguages: z.array(languageSchema),
  state: callStateSchema,
  asked: z.object({
    applications: z.number().int(),
    from: z.enum(["asked", "last-call", "budget", "assumed"]),
    /** Of the last call. */
    code: z.string().optional(),
    seed: z.number().int(),
    draws: z.number().int(),
  }),
  mix: z.object({
    /** Earlier cases that are drawn from; 0: all is assumed. */
    earlier: z.number().int(),
    languages: partSchema,
    homes: partSchema,
    providers: partSchema,
    /** Minor units; absent: as the earlier cases asked. */
    amount: z.number().int().optional(),
    byHand: z.array(z.enum(["languages", "homes", "providers", "amount"])),
  }),
  experts: z.number().int(),
  lay: z.object({ people: z.number().int(), ...shareSchema.shape }).optional(),
  applications: z.number(),
  reviews: z.number(),
  filled: shareSchema,
  missing: figureSchema,
  shortages: z.array(
    z.object({ language: languageSchema, reviews: figureSchema, people: figureSchema, parks: z.array(z.string()) }),
  ),
  mended: z.number().optional(),
  binding: impossibleSchema.pick({ kind: true, rules: true, needed: true, available: true }).optional(),
  languages: z.array(
    z.object({
      language: languageSchema,
      applications: z.number(),
      readers: z.number().int(),
      missing: figureSchema,
    }),
  ),
  fields: z.array(
    z.object({
      field: z.string(),
      applications: z.number(),
      knowing: z.number().int(),
      without: figureSchema,
      people: figureSchema,
    }),
  ),
  /** How many a rule concerns; never whom. */
  conflicts: z.array(
    z.object({
      rule: z.string(),
      level: z.enum(["HARD", "SOFT"]),
      reviewers: z.number().int(),
      pairs: z.number(),
      binds: z.number(),
    }),
  ),
  reviewers: z.array(
    z.object({
      personId: personIdSchema,
      name: z.string(),
      parkId: z.string().optional(),
      languages: z.array(languageSchema),
      capacity: z.number().int(),
      open: z.number().int(),
      /** On the first day on which reviewers are asked. */
      barred: seatSchema.shape.barred,
      reviews: figureSchema,
      atOnce: figureSchema,
    }),
  ),
});
export type PoolSimulation = z.infer<typeof poolSimulationSchema>;
