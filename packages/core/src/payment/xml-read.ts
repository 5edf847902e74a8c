/** The only place where XML of a bank is read: elements as data, prefixes dropped, nothing that could reach outside the text. */
import { DomainError } from "../kernel/error.ts";

export interface ReadXml {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ReadXml[];
  /** Its own text, without the blanks around it. */
  readonly text: string;
  /** Line of the file on which it starts, from 1. */
  readonly line: number;
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: ReadXml[];
  text: string;
  line: number;
}

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s/>!?]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const deepest = 60;

/**
 * The root element. Declarations of types and entities are refused, so that no text grows or reads a file.
 * @throws invalid `xml.unreadable` with the line.
 */
export function readXml(text: string): ReadXml {
  const stack: Open[] = [];
  let root: ReadXml | undefined;
  let line = 1;
  const refuse = (): never => {
    throw new DomainError("invalid", "xml.unreadable", { line });
  };
  for (const found of text.replace(/^\ufeff/, "").matchAll(token)) {
    const [whole, cdata, slash, qualified, attributes = "", self] = found;
    const top = stack.at(-1);
    if (whole === "<") refuse();
    if (qualified !== undefined && slash === "") {
      if (root !== undefined || stack.length >= deepest) refuse();
      const open = { name: local(qualified), attributes: attributesOf(attributes), children: [], text: "", line };
      if (self === "/") root = close(open, top) ?? root;
      else stack.push(open);
    } else if (qualified !== undefined) {
      const open = stack.pop();
      if (open === undefined || open.name !== local(qualified)) return refuse();
      root = close(open, stack.at(-1)) ?? root;
    } else if (cdata !== undefined) {
      if (top === undefined) refuse();
      else top.text += cdata;
    } else if (!whole.startsWith("<")) {
      if (top !== undefined) top.text += unescaped(whole);
      else if (whole.trim() !== "") refuse();
    }
    line += whole.split("\n").length - 1;
  }
  return root === undefined || stack.length > 0 ? refuse() : root;
}

/** The closed element joins its parent; without one it is the root. */
function close(open: Open, parent: Open | undefined): ReadXml | undefined {
  const element = { ...open, text: open.text.trim() };
  if (parent === undefined) return element;
  parent.children.push(element);
  return undefined;
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function attributesOf(text: string): Record<string, string> {
  const found = text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries(
    [...found].map(([, name = "", double, single]) => [local(name), unescaped(double ?? single ?? "")]),
  );
}

function unescaped(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name] ?? whole;
    const code =
      name[1]?.toLowerCase() === "x" ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** All elements at a path below `from`: `at(entry, "NtryDtls", "TxDtls")`. */
export function at(from: ReadXml, ...path: string[]): ReadXml[] {
  return path.reduce<ReadXml[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [from],
  );
}

/** Text of the first element at that path; undefined if there is none, or an empty one. */
export function textAt(from: ReadXml, ...path: string[]): string | undefined {
  const text = at(from, ...path)[0]?.text;
  return text === "" ? undefined : text;
}
