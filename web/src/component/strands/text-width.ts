/** The only estimate of how wide a text is drawn: Inter, without a browser, so that a picture depends on its data alone. */

const narrow = new Set("iljtfrI.,:;'’|!()[]-·  ");
const wide = new Set("mwMWGOQCDÖÅÄÉÈÊË%&@—…");

/**
 * Estimated width in px of one line of Inter.
 * @param size font size in px
 * @param weight `bold` for 600, which runs 4 % wider than 400
 */
export function textWidth(text: string, size: number, weight: "normal" | "bold" = "normal"): number {
  let em = 0;
  for (const letter of text.normalize("NFC")) {
    if (narrow.has(letter)) em += 0.33;
    else if (wide.has(letter)) em += 0.82;
    else if (letter >= "A" && letter <= "Z") em += 0.67;
    else em += 0.57;
  }
  return em * size * (weight === "bold" ? 1.04 : 1);
}

/** Breaks a text at spaces into lines of at most `max` px; a single longer word keeps its own line. */
export function breakLines(text: string, max: number, size: number, weight: "normal" | "bold" = "normal"): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, weight) > max) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}
