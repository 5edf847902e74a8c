/** The only place that refuses what no letter, page or bank file could carry, whatever the field. */

export interface TextProblem {
  readonly path: string;
  readonly message: string;
}

const unreadable = "Holds characters that cannot be shown or printed.";

/** C0 controls but tab and line breaks, DEL, halves of surrogate pairs, and the two code points that are no characters. */
function isUnreadable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/.test(text) || !text.isWellFormed();
}

/** No body of ours is nested half as deep. */
const deepest = 20;

/** Every unreadable text in a JSON value, names of fields included, each with its place. */
export function problemsOfText(value: unknown, path: readonly string[] = []): TextProblem[] {
  const at = path.join(".");
  if (typeof value === "string") return isUnreadable(value) ? [{ path: at, message: unreadable }] : [];
  if (value === null || typeof value !== "object") return [];
  if (path.length >= deepest) return [{ path: at, message: "Nested too deeply." }];
  return Object.entries(value).flatMap(([name, inner]) =>
    isUnreadable(name) ? [{ path: at, message: unreadable }] : problemsOfText(inner, [...path, name]),
  );
}
