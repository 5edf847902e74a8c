/** The only place that knows which characters banks carry: the Latin set of SWIFT and of the SEPA guidelines (EPC217-08). */

const carried = /[^A-Za-z0-9/\-?:().,'+ ]/gu;

/** Letters that do not come apart into a base letter and a mark. */
const spelled: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: "ss",
    æ: "ae",
    Æ: "AE",
    œ: "oe",
    Œ: "OE",
    ø: "o",
    Ø: "O",
    đ: "d",
    Đ: "D",
    ð: "d",
    Ð: "D",
    þ: "th",
    Þ: "TH",
    ł: "l",
    Ł: "L",
    ı: "i",
    "’": "'",
    "‘": "'",
    "“": "'",
    "”": "'",
    '"': "'",
    "–": "-",
    "—": "-",
    "‑": "-",
    _: "-",
    "&": "+",
    "@": "(at)",
  }),
);

/**
 * The text in characters that every bank carries, at most `longest` of them: accents fall (é → e), what has no Latin
 * spelling becomes a point, runs of blanks become one. No slash at the ends and no double slash, as the guidelines want.
 */
export function bankText(text: string, longest: number): string {
  const latin = [...text.normalize("NFKD").replace(/\p{M}/gu, "")]
    .map((letter) => spelled.get(letter) ?? letter)
    .join("");
  const tidy = latin
    .replace(/\s+/gu, " ")
    .replace(carried, ".")
    .replace(/\/{2,}/g, "/");
  return tidy.slice(0, longest).replace(/^[\s/]+|[\s/]+$/g, "");
}

/** Shortest field of a payment message into which a text is cut. */
const shortestField = 16;

/** Whether a text still says anything once it is spelled for banks, in whichever field it stands. */
export function isCarried(text: string): boolean {
  return /[A-Za-z0-9]/.test(bankText(text, shortestField));
}

/** Whether an id may stand as MsgId or EndToEndId unchanged: 1 to 35 carried characters, no slash at the ends, no double slash. */
export function isBankReference(id: string): boolean {
  return /^[A-Za-z0-9\-?:().,'+/]{1,35}$/.test(id) && !/^\/|\/$|\/\//.test(id);
}

/** An id of ours as a reference: `bat_01J…` becomes `bat-01J…`. */
export function bankReference(id: string): string {
  return id.replaceAll("_", "-");
}
