/** Requirement: what is asked fits under every ceiling it falls under, at the payer's jurisdiction (domain §7). */
import type { HeadroomState } from "../aid/headroom.ts";
import { shortOf } from "../aid/reserve.ts";
import { fails, holds, type Requirement } from "./requirement.ts";

const codes: Partial<Record<HeadroomState, string>> = {
  assessed: "aid.no-room",
  "not-in-force": "aid.not-in-force",
  "needs-category": "aid.needs-category",
};

export const aidHeadroom: Requirement = {
  id: "aid-headroom",
  check({ funding, headrooms }) {
    if (funding === undefined) return fails("price.none");
    const ceilings = headrooms.map(shortOf);
    const short = headrooms.find((headroom) => !headroom.fits);
    if (short === undefined) return holds({ ceilings });
    return fails(codes[short.state] ?? "aid.no-room", { ...shortOf(short), ceilings });
  },
};
