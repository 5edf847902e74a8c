/** Why a published call is changed, for the form of the step that changes it. */
import { createContext, useContext } from "react";
import type { Words } from "./about-fields.tsx";

/** Undefined while a draft is changed: nobody is told of that. */
const Reason = createContext<Words | undefined>(undefined);

export const AmendReason = Reason.Provider;

export function useAmendReason(): Words | undefined {
  return useContext(Reason);
}
