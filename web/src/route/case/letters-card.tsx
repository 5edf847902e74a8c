/** The latest letters of a case beside everything else. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { lettersQuery } from "./case-query.ts";
import { LetterList } from "./letter-list.tsx";

export function LettersCard({ caseId }: { readonly caseId: string }) {
  const { i18n } = useLingui();
  const letters = useQuery(lettersQuery(caseId)).data?.letters ?? [];
  if (letters.length === 0) return null;
  const all = (
    <Link to="/cases/$caseId/letters" params={{ caseId }}>
      {i18n._("All letters")}
    </Link>
  );
  return (
    <Card title={i18n._("Letters")} aside={all} flush>
      <LetterList letters={letters.slice(0, 4)} caseId={caseId} />
    </Card>
  );
}
