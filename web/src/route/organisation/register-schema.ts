/** An organisation as it is typed, to register or to change it, and as it is sent. */
import * as z from "zod";
import { figuresShape, noFigures, readFigures } from "./figures.ts";

export const kinds = ["company", "academia", "public", "patient-organisation"] as const;

export const noRegistration = {
  legalName: "",
  kind: "",
  registerScheme: "",
  registerId: "",
  street: "",
  number: "",
  postcode: "",
  town: "",
  country: "",
  sector: "",
  homePark: "",
  provider: false,
  ...noFigures,
};

const said = {
  legalName: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Enter the name as the register has it.")
    .max(140, /*i18n*/ "Enter the name in up to 140 characters."),
  registerScheme: z.string().min(1, /*i18n*/ "Choose the register."),
  registerId: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Enter the number in the register.")
    .max(80, /*i18n*/ "Enter the number in the register."),
  street: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Enter the street.")
    .max(70, /*i18n*/ "Enter the street in up to 70 characters."),
  number: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Enter the number of the house, like 12 or 12B.")
    .max(16, /*i18n*/ "Enter the number of the house, like 12 or 12B."),
  postcode: z.string().trim().min(1, /*i18n*/ "Enter the postcode.").max(16, /*i18n*/ "Enter the postcode."),
  town: z.string().trim().min(1, /*i18n*/ "Enter the town.").max(35, /*i18n*/ "Enter the town in up to 35 characters."),
  country: z.string().min(1, /*i18n*/ "Choose the country."),
  sector: z.string(),
  ...figuresShape,
};
type Said = z.output<z.ZodObject<typeof said>>;

/** What both forms ask, as the API takes it. @param locale the reader's, which decides what `1.234` means */
function saidOf(typed: Said, locale: string, context: z.RefinementCtx) {
  const { legalName, registerScheme, registerId, street, number, postcode, town, country, sector, ...figures } = typed;
  return {
    legalName,
    registerScheme,
    registerId,
    address: { street, number, postcode, town, country },
    ...(sector === "" ? {} : { sector }),
    ...readFigures(figures, locale, context),
  };
}

export function changeSchema(locale: string) {
  return z.object(said).transform((typed, context) => saidOf(typed, locale, context));
}

/** Of a company it is asked how many people work there: whether calls are for it, or challenges its own, hangs on that. */
export function registerSchema(locale: string) {
  return z
    .object({
      ...said,
      kind: z.string().pipe(z.enum(kinds, /*i18n*/ "Choose the kind of organisation.")),
      homePark: z.string(),
      provider: z.boolean(),
    })
    .transform(({ kind, homePark, provider, ...typed }, context) => {
      if (kind === "company" && typed.headcount === undefined)
        context.addIssue({
          code: "custom",
          path: ["headcount"],
          message: /*i18n*/ "Enter the number of people, like 31.",
        });
      return {
        ...saidOf(typed, locale, context),
        kind,
        provider,
        ...(homePark === "" ? {} : { homePark }),
      };
    });
}
