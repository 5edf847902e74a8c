/** The page of a case: one address for everybody, and for each the part that is theirs. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { type ComponentType, lazy, Suspense } from "react";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { Waiting } from "../../component/waiting.tsx";
import { loadArea } from "../../language/catalogue.ts";
import { type CaseView, caseQuery, useCaseId } from "./case-query.ts";

interface PartProps {
  readonly view: CaseView;
}

/** @param area whose texts the part needs besides those of `case` */
function part(area: string, load: () => Promise<{ readonly CasePart: ComponentType<PartProps> }>) {
  return lazy(async () => {
    const [{ CasePart }] = await Promise.all([load(), loadArea(area)]);
    return { default: CasePart };
  });
}

const staff = part("staff", () => import("../staff/case-part.tsx"));
const parts: Record<CaseView["audience"], ComponentType<PartProps>> = {
  applicant: part("applicant", () => import("../applicant/case-part.tsx")),
  provider: part("provider", () => import("../provider/case-part.tsx")),
  reviewer: part("reviewer", () => import("../reviewer/case-part.tsx")),
  staff,
  auditor: staff,
};

export function RoutePage() {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  // Others act on the same case; what they did shows here without loading the page again.
  const query = useQuery({ ...caseQuery(caseId), refetchInterval: 20_000 });
  if (query.data === undefined) {
    return (
      <Page title={i18n._("Case")} ownHeading>
        <div className="page-head">
          <Loaded query={query} lines={8}>
            {() => null}
          </Loaded>
        </div>
      </Page>
    );
  }
  const Part = parts[query.data.audience];
  return <Suspense fallback={<Waiting lines={8} />}>{Part !== undefined && <Part view={query.data} />}</Suspense>;
}
