/** The ways that a case may still take: back to an earlier station, or out of the workflow. */
import type { Language } from "../person/person.ts";
import { wayWords } from "./station-text.ts";
import type { StrandBlock, Strands } from "./strands.ts";

/** Only from present or coming stations: what was not taken in the past is not drawn. */
export function otherWays(blocks: readonly StrandBlock[], language: Language): Strands["otherWays"] {
  const stateOf = (id: string) => {
    const block = blocks.find((one) => one.id === id);
    if (block === undefined) return "done";
    if (block.kind === "trunk") return block.state;
    return block.lanes.some(({ stations }) => stations.some(({ state }) => state === "present"))
      ? "present"
      : block.lanes.every(({ stations }) => stations.every(({ state }) => state === "to-come"))
        ? "to-come"
        : "done";
  };
  const ahead = (id: string) => stateOf(id) === "present" || stateOf(id) === "to-come";
  return [
    ...(ahead("Screen") ? [{ kind: "exit" as const, from: "Screen", caption: wayWords.ineligible[language] }] : []),
    ...(ahead("Approvals")
      ? [{ kind: "return" as const, from: "Approvals", to: "Propose", caption: wayWords.back[language] }]
      : []),
    ...(ahead("Release") ? [{ kind: "exit" as const, from: "Release", caption: wayWords.rejected[language] }] : []),
  ];
}
