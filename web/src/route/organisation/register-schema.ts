/** A registration as it is typed and as it is sent. */
import * as z from "zod";

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
};

export const registerSchema = z
  .object({
    legalName: z
      .string()
      .trim()
      .min(1, /*i18n*/ "Enter the name as the register has it.")
      .max(140, /*i18n*/ "Enter the name in up to 140 characters."),
    kind: z.string().pipe(z.enum(kinds, /*i18n*/ "Choose the kind of organisation.")),
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
    town: z
      .string()
      .trim()
      .min(1, /*i18n*/ "Enter the town.")
      .max(35, /*i18n*/ "Enter the town in up to 35 characters."),
    country: z.string().min(1, /*i18n*/ "Choose the country."),
    sector: z.string(),
    homePark: z.string(),
    provider: z.boolean(),
  })
  .transform(({ street, number, postcode, town, country, sector, homePark, ...rest }) => ({
    ...rest,
    address: { street, number, postcode, town, country },
    ...(sector === "" ? {} : { sector }),
    ...(homePark === "" ? {} : { homePark }),
  }));
