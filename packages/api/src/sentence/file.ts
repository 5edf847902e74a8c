/** Refusals around files: their name, their size, their links, and when they may come and go. */
import { type Sentences, unchanged, word } from "./say.ts";

const megabytes = (bytes: unknown) =>
  typeof bytes === "number" ? `${Math.round(bytes / 1024 / 1024)} MB` : "the limit";

export const fileSentences: Sentences = {
  "file.name-unsafe": () =>
    `The name of this file holds signs that not every computer can keep: slashes, two dots, control characters. ${unchanged} Rename it and send it again.`,
  "file.kind-unknown": ({ taken }) =>
    `This kind of file is not taken${Array.isArray(taken) ? `, only ${taken.join(", ")}` : ""}. ${unchanged}`,
  "file.too-large": ({ most }) => `This file is larger than ${megabytes(most)}. ${unchanged} Send a smaller one.`,
  "file.too-many": ({ most }) =>
    `There are ${word(most, "enough")} files here, the most there can be. Take one away first.`,
  "file.slot-unknown": () => `This is not asked for here. ${unchanged} Reload the page to see what is.`,
  "file.not-now": () => `The case takes no such file now. ${unchanged}`,
  "file.not-found": () => "This file does not exist any more, or it is not yours to see.",
  "file.link-dead": () => "This link was for another person, or its time is over. Open the file from its page again.",
  "file.sent-before": () => `The bytes of this file were sent before. ${unchanged} Send it as a new file.`,
  "file.size-differs": ({ announced, sent }) =>
    `The file has ${word(sent, "other")} bytes instead of the ${word(announced)} that were announced: it changed, or did not come whole. Send it again.`,
  "file.frozen": () => "This file belongs to what was sent to the park, so it stays.",
  "file.gone": () =>
    "The bytes of this file are not there. Tell the park: its operator can restore them from a backup.",
  "file.still-checked": ({ name }) =>
    `${word(name, "A file")} is still being checked. That takes some seconds; then try again. ${unchanged}`,
  "file.store-away": () => "Files cannot be reached just now. Try again in a moment; nothing is lost.",
  "claim.evidence-missing": ({ missing }) =>
    `The call asks for evidence that is not there yet${Array.isArray(missing) ? `: ${missing.join(", ")}` : ""}. What you typed is kept; add the files and send again.`,
};
