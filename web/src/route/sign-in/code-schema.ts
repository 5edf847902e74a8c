/** A code as people type it: digits, perhaps in groups. */
import * as z from "zod";

export const codeSchema = z.object({
  code: z
    .string()
    .transform((text) => text.replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{4,12}$/, /*i18n*/ "Enter the code, which is all digits.")),
});
