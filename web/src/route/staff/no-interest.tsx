/** The statement that every act of staff on a case carries: no interest in it (domain §3). */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import * as z from "zod";
import { CheckField } from "../../component/check-field.tsx";
import { useCaseId } from "../case/case-query.ts";

/** Ticked, or not sent. */
export const noInterestSchema = z
  .boolean()
  .refine((said) => said, /*i18n*/ "Confirm that you have no interest in this case, or leave it to a colleague.")
  .transform(() => true as const);

/** @param of what it is about where that is no case. */
export function NoInterestField({ of = "case" }: { readonly of?: "case" | "cases" | "organisations" }) {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  return (
    <>
      <CheckField
        name="noInterest"
        label={
          {
            case: i18n._(
              "I have no interest in this case: no tie to the company, the provider or the people behind them",
            ),
            cases: i18n._(
              "I have no interest in any of these cases: no tie to the companies, the providers or the people behind them",
            ),
            organisations: i18n._(
              "I have no interest in these organisations: no tie to them or the people behind them",
            ),
          }[of]
        }
        hint={
          {
            case: i18n._("If you have one, leave the case to a colleague. The statement is recorded with your name."),
            cases: i18n._(
              "If you have one in a case, take its tick away and leave it to a colleague. The statement is recorded with your name for each case.",
            ),
            organisations: i18n._(
              "If you have one, leave it to a colleague. The statement is recorded with your name.",
            ),
          }[of]
        }
      />
      <p className="small">
        {caseId === "" ? (
          <Link to="/account/interests">{i18n._("I have an interest: name it in my account")}</Link>
        ) : (
          <Link to="/cases/$caseId/interest" params={{ caseId }}>
            {i18n._("I have an interest in this case: declare it")}
          </Link>
        )}
      </p>
    </>
  );
}
