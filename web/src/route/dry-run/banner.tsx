/** The bar over every page of a dry run: that it is none in earnest, in whose place one is, and the way to the others. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Icon } from "../../component/icon.tsx";
import { type DryRunId, dryCaseId, dryParts } from "../../dry-run-id.ts";
import { usePartWords } from "./use-part-words.ts";
import "./dry-run.css";

export function DryRunBanner({ callId, part }: DryRunId) {
  const { i18n } = useLingui();
  const words = usePartWords();
  return (
    <aside className="dry-bar" aria-label={i18n._("Dry run")}>
      <div className="wrap">
        <p>
          <Icon name="alert" />{" "}
          <b>{i18n._("Dry run of a draft. Nothing is stored, sent or paid, and everybody in it is invented.")}</b>
        </p>
        <nav aria-label={i18n._("Parts of the dry run")}>
          {dryParts.map((one) => (
            <Link
              key={one}
              to="/cases/$caseId"
              params={{ caseId: dryCaseId(one, callId) }}
              {...(one === part ? { className: "here" } : {})}
            >
              {words[one]}
            </Link>
          ))}
          <Link to="/calls/$callId/dry-run" params={{ callId }}>
            {i18n._("What was noticed")}
          </Link>
        </nav>
      </div>
    </aside>
  );
}
