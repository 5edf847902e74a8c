/** A person's interests as they are typed and as they are sent. */
import * as z from "zod";
import type { ApiResult } from "../../client.ts";
import { typedDay } from "../../form/as-typed.ts";
import { type DateParts, noDate, toDay } from "../../form/typed-value.ts";

export type InterestsView = ApiResult<"get", "/api/my/interests">;
export const kinds = ["employer", "household", "equity", "board", "contract", "tenancy", "other"] as const;
export type Kind = (typeof kinds)[number];

/** An organisation is known by its id, where a case or the operator named it; else by its number in a register. */
export interface TypedInterest {
  readonly organisationId: string;
  readonly register: { readonly scheme: string; readonly id: string; readonly name: string };
  readonly kind: string;
  readonly department: string;
  readonly from: DateParts;
  readonly until: DateParts;
  readonly level: string;
  readonly note: string;
}

const noRegister = { scheme: "", id: "", name: "" };
export const noInterest: TypedInterest = {
  organisationId: "",
  register: noRegister,
  kind: "",
  department: "",
  from: noDate,
  until: noDate,
  level: "HARD",
  note: "",
};

export function typedInterests({ interests }: InterestsView): { interests: TypedInterest[] } {
  return {
    interests: interests.map((one) => ({
      organisationId: one.register === undefined ? (one.organisationId ?? "") : "",
      register: one.register ?? noRegister,
      kind: one.kind,
      department: one.department ?? "",
      from: one.from === undefined ? noDate : typedDay(one.from),
      until: one.until === undefined ? noDate : typedDay(one.until),
      level: one.level ?? "HARD",
      note: one.note ?? "",
    })),
  };
}

const partsSchema = z.object({ day: z.string(), month: z.string(), year: z.string() });
const isEmpty = ({ day, month, year }: DateParts) => day === "" && month === "" && year === "";

const interestSchema = z
  .object({
    organisationId: z.string(),
    register: z.object({ scheme: z.string(), id: z.string(), name: z.string() }),
    kind: z.string().pipe(z.enum(kinds, /*i18n*/ "Say what ties you.")),
    department: z.string().trim(),
    from: partsSchema,
    until: partsSchema,
    level: z.enum(["HARD", "SOFT"]),
    note: z.string().trim(),
  })
  .superRefine(({ organisationId, register, kind, from, until, note }, context) => {
    const missing = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    if (organisationId === "") {
      if (register.scheme === "") missing(["register", "scheme"], /*i18n*/ "Choose the register.");
      if (register.id.trim() === "") missing(["register", "id"], /*i18n*/ "Enter the number in the register.");
      if (register.name.trim() === "") missing(["register", "name"], /*i18n*/ "Enter the name of the organisation.");
    }
    if (kind === "employer" && toDay(from) === undefined)
      missing(["from"], /*i18n*/ "Enter the first day, like 24 11 2026.");
    if (kind === "employer" && !isEmpty(until) && toDay(until) === undefined)
      missing(["until"], /*i18n*/ "Enter the last day, or leave it empty.");
    if (kind === "other" && note === "") missing(["note"], /*i18n*/ "Say what ties you.");
  })
  .transform(({ organisationId, register, kind, department, from, until, level, note }) => {
    const [first, last] = [toDay(from), toDay(until)];
    return {
      ...(organisationId === "" ? { register } : { organisationId }),
      kind,
      ...(kind === "employer"
        ? {
            ...(department === "" ? {} : { department }),
            ...(first === undefined ? {} : { from: first }),
            ...(last === undefined ? {} : { until: last }),
          }
        : {}),
      ...(kind === "other" ? { level, note } : {}),
    };
  });

export const interestsSchema = z.object({ interests: z.array(interestSchema) });
