/** The only place where XML is written: elements as data, every text and attribute escaped. */

export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly Xml[];
}

/** @param content text, or elements in the order in which they are written. */
export function element(
  name: string,
  content: string | readonly Xml[],
  attributes: Readonly<Record<string, string>> = {},
): Xml {
  return { name, attributes, content };
}

/** A whole document in UTF-8, indented by two, ending with a line break. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, "")}\n`;
}

function written({ name, attributes, content }: Xml, indent: string): string {
  const opening = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(" ");
  if (typeof content === "string") return `${indent}<${opening}>${escaped(content)}</${name}>`;
  const inner = content.map((child) => written(child, `${indent}  `)).join("\n");
  return `${indent}<${opening}>\n${inner}\n${indent}</${name}>`;
}

const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }),
);

/** Characters that XML 1.0 forbids even when escaped are left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (letter) => entities.get(letter) ?? letter);
}
