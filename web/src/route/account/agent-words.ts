/** What a browser calls itself, as its owner would: "Firefox, Windows". */

const browsers: readonly [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: readonly [RegExp, string][] = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** Undefined where nothing is known of it. */
export function agentWords(agent: string | undefined): string | undefined {
  if (agent === undefined) return undefined;
  const named = (list: readonly [RegExp, string][]) => list.find(([shape]) => shape.test(agent))?.[1];
  const words = [named(browsers), named(systems)].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(", ");
}
