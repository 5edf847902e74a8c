/** Folds words so that spellings of one term meet: letters without marks, lower case, singular, no filler words. */

const FILLERS = new Set(
  `a about above after all also an and any are as at be been before being below between both but by can could did do does
   each etc even for from further had has have how however if in including into is it its itself may might more most must
   no nor not of off on only or other our out over own per s same shall should so some such than that the their them then
   there these they this those through thus to too under until up upon us use used using various very via was we well were
   what when where whether which while who whose why will with within without would you your`.split(/\s+/),
);

/** Words of a text, folded, in their order; a sentence end is an empty word, so that no pair crosses it. */
export function foldedWords(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    // What NFKD leaves whole.
    .replace(/ß/g, "ss")
    .replace(/[æœøðþł]/g, (letter) => ({ æ: "ae", œ: "oe", ø: "o", ð: "d", þ: "th", ł: "l" })[letter] ?? letter)
    .replace(/['’]s\b/g, "");
  const words: string[] = [];
  for (const [token] of plain.matchAll(/[\p{L}\p{N}]+|[.;:!?\n]+/gu)) {
    if (!/[\p{L}\p{N}]/u.test(token)) words.push("");
    else if (!FILLERS.has(token) && (token.length > 1 || /\p{N}/u.test(token))) words.push(singular(token));
  }
  return words;
}

/** Terms of a text: its words, and pairs of words that stand side by side, with how often each occurs. */
export function termCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1);
  const words = foldedWords(text);
  for (const [at, word] of words.entries()) {
    if (word === "") continue;
    add(word);
    const next = words[at + 1];
    if (next !== undefined && next !== "") add(`${word} ${next}`);
  }
  return counts;
}

/** The weak stemmer of Harman, "How effective is suffixing?", JASIS 42 (1991): plurals only. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s")) return word;
  if (word.endsWith("ies") && !/[ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (word.endsWith("es") && !/[aeo]es$/.test(word)) return word.slice(0, -1);
  return /[us]s$/.test(word) ? word : word.slice(0, -1);
}
