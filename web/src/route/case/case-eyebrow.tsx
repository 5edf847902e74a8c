/** Over the heading of every page about a case: its reference, the call, and who pays. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { ParkMark } from "../../component/park-mark.tsx";
import { inLanguage } from "../../language/in-language.ts";
import { useParks } from "../../network.ts";
import { type CaseView, callQuery } from "./case-query.ts";

export function CaseEyebrow({ view }: { readonly view: Pick<CaseView, "reference" | "callId" | "payingParks"> }) {
  const { i18n } = useLingui();
  const call = useQuery(callQuery(view.callId)).data;
  const paying = useParks().filter(({ id }) => view.payingParks.includes(id));
  return (
    <>
      <span className="mono">{view.reference}</span>
      {call !== undefined && <span>{inLanguage(call.title, i18n.locale)}</span>}
      {paying.length > 0 && (
        <span>
          {i18n._("Paid by")}{" "}
          {paying.map((park) => (
            <ParkMark key={park.id} park={park} />
          ))}
        </span>
      )}
    </>
  );
}
