/** Asks whether a letter is to wait for its reader's digest, and holds it if so; loaded only for who asked for digests. */
import { perform } from "../../kernel/perform.ts";
import { placeOf } from "../../letter/digest/deferral.ts";
import { holdLetter } from "../../letter/digest/hold-letter.ts";
import type { Letter } from "../../letter/letter.ts";
import type { Deps } from "../../port/deps.ts";

const actor = { kind: "system", name: "outbox" } as const;

export async function isHeld(deps: Deps, letter: Letter): Promise<boolean> {
  const { caseId, letterId } = letter;
  const { personId } = letter.to;
  if (caseId === undefined || personId === undefined || placeOf(letter) === undefined) return false;
  const { held } = await perform(deps, actor, `hold:${letterId}`, holdLetter, { caseId, letterId, personId });
  return held;
}
