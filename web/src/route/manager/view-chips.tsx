/** The usual questions to the pipeline, each with its count. */
import { useLingui } from "@lingui/react";
import { Chip } from "../../component/chip.tsx";
import type { CasesPage, Search } from "./pipeline-search.ts";

interface Props {
  readonly search: Search;
  readonly counts: CasesPage["views"] | undefined;
  readonly onChange: (change: Partial<Search>) => void;
}

export function ViewChips({ search, counts, onChange }: Props) {
  const { i18n } = useLingui();
  const present = search.view ?? "open";
  const views = [
    { id: "open", label: i18n._("All open") },
    { id: "mine", label: i18n._("Wanted from me") },
    { id: "overdue", label: i18n._("Overdue") },
    { id: "soon", label: i18n._("Due in 2 days") },
    { id: "promise-late", label: i18n._("Decision later than promised") },
    { id: "elsewhere", label: i18n._("Waiting for other parks") },
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would make the chips look like a form to be sent
    <div className="views" role="group" aria-label={i18n._("Views")}>
      {views.map(({ id, label }) => (
        <Chip
          key={id}
          on={present === id}
          onToggle={() => onChange({ view: id === "open" ? undefined : id })}
          {...(counts === undefined ? {} : { count: counts[id] })}
        >
          {label}
        </Chip>
      ))}
      <Chip on={present === "all"} onToggle={() => onChange({ view: present === "all" ? undefined : "all" })}>
        {i18n._("With ended cases")}
      </Chip>
    </div>
  );
}
