/** A field of several lines in which every line says one thing. */
import * as z from "zod";

/** @param read what a trimmed line says, undefined if it cannot be read; @param wrong the sentence when one cannot */
export function linesSchema<Line>(
  read: (line: string) => Line | undefined,
  wrong: string,
  least = 1,
): z.ZodType<Line[], string> {
  return z.string().transform((text, context) => {
    const lines = text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const said = lines.flatMap((line) => read(line) ?? []);
    if (said.length === lines.length && said.length >= least) return said as Line[];
    context.addIssue({ code: "custom", message: wrong });
    return z.NEVER;
  });
}

/** An existing day written `YYYY-MM-DD`. */
export function isDay(text: string | undefined): text is string {
  return z.iso.date().safeParse(text).success;
}
