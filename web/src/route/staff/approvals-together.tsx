/** Approvals of one's list in which nothing differs, above it: how many, their sum, and the way to give them together. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../component/button.tsx";
import { Note } from "../../component/note.tsx";
import { useFormat } from "../case/use-format.ts";
import { alikeQuery } from "./alike-query.ts";

/** @param waiting approvals that the reader may give now; below two nothing is asked and nothing shown */
export function ApprovalsTogether({ waiting }: { readonly waiting: number }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const groups = useQuery({ ...alikeQuery, enabled: waiting > 1 }).data?.groups ?? [];
  if (waiting < 2) return null;
  return (
    <div className="approvals-together">
      <Note>
        {groups.map(({ callId, parkId, sum, cases }) => (
          <p key={`${callId} ${parkId}`}>
            {i18n._("Nothing differs in {count} approvals that wait for you, {sum} together.", {
              count: cases.length,
              sum: format.money(sum),
            })}
          </p>
        ))}
        <Link className={buttonClass("default", true)} to="/work/approvals">
          {groups.length > 0 ? i18n._("Look at them together") : i18n._("Look at your approvals side by side")}
        </Link>
      </Note>
    </div>
  );
}
