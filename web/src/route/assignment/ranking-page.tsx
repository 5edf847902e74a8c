/** The ranking of a call: raw mean and median, calibrated ranks with their intervals beside them, the money's line and the tie band. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { TableLinks } from "../../component/table-links.tsx";
import { languageOf } from "../../language/language.ts";
import { useAct } from "../../use-act.ts";
import { callQuery } from "../case/case-query.ts";
import { useStaffParks } from "../staff/use-staff-parks.ts";
import { type RankingView, rankingQuery, useCallId } from "./assignment-query.ts";
import { FreezeCard } from "./freeze-card.tsx";
import { RankingTable } from "./ranking-table.tsx";
import { StrictnessCards } from "./strictness-cards.tsx";
import { useRunRefusal } from "./use-run-refusal.ts";
import { VersionsCard } from "./versions-card.tsx";
import "../staff/staff.css";
import "./assignment.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const callId = useCallId();
  const call = useQuery(callQuery(callId)).data;
  const query = useQuery(rankingQuery(callId));
  const reads = useStaffParks(["manager", "auditor", "secretary"]).length > 0;
  const title = call?.title[languageOf(i18n.locale)] ?? Object.values(call?.title ?? {})[0];
  const reviews = query.data?.rows.reduce((sum, { counted }) => sum + counted, 0) ?? 0;
  return (
    <Page
      title={i18n._("Ranking")}
      windowTitle={i18n._("Ranking: {code}", { code: call?.code ?? callId })}
      width="expert"
      up={reads ? { to: "/reviewing", label: i18n._("Reviewers") } : { to: "/work", label: i18n._("Wanted from you") }}
      eyebrow={title}
      actions={<TableLinks name={i18n._("Ranking")} path="/api/calls/{callId}/tables/ranking" params={{ callId }} />}
      lead={
        query.data === undefined
          ? undefined
          : i18n._(
              "{cases, plural, one {# case} other {# cases}}, {reviews, plural, one {# review} other {# reviews}}. Nobody outside sees this.",
              {
                cases: query.data.rows.length,
                reviews,
              },
            )
      }
    >
      <Loaded query={query} lines={10}>
        {(view) => (
          <div className="act-page">
            <FreezeCard view={view} />
            {view.mode === "deadline" && <VersionsCard view={view} />}
            <Calibration view={view} />
            <RankingTable view={view} />
            <StrictnessCards view={view} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Calibration({ view }: { readonly view: RankingView }) {
  const { i18n } = useLingui();
  const refusal = useRunRefusal();
  const { state, wanted, part = 0, groups } = view.calibration;
  const act = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/calls/{callId}/ranking/calibration", {
        params: { callId: view.callId },
        body: { seed: 1 },
        key,
      }),
  });
  const button = view.mine && (
    <div>
      <Button kind="primary" busy={act.isPending} onClick={() => act.mutate(undefined)}>
        {i18n._("Calibrate the scores")}
      </Button>
    </div>
  );
  return (
    <>
      {act.error !== null && <ProblemNote problem={refusal(act.error) ?? act.error} />}
      {state === "rolling" && (
        <Note>
          <p>
            {i18n._(
              "A rolling call is decided case by case, so its scores are not calibrated. They stand in order of the raw mean.",
            )}
          </p>
        </Note>
      )}
      {state === "too-few" && (
        <Note>
          <p>
            {i18n._("Scores are calibrated from {wanted} applications on. Until then the raw means stand alone.", {
              wanted,
            })}
          </p>
        </Note>
      )}
      {(state === "none" || state === "out-of-date" || state === "failed") && (
        <Note kind={state === "none" ? "info" : "warn"}>
          <p>
            {state === "none"
              ? i18n._(
                  "Calibration takes into account that some reviewers are stricter than others, and says how sure each rank is.",
                )
              : i18n._("Scores have changed since the calibration, so it is not shown any more.")}
          </p>
          {button}
        </Note>
      )}
      {state === "computing" && (
        <div className="run-progress" role="status">
          <progress max={1} value={part} aria-label={i18n._("Progress")} />
          <span className="num small">{i18n._("Calibrating: {percent} %", { percent: Math.round(part * 100) })}</span>
        </div>
      )}
      {groups.length > 1 && (
        <Note kind="warn">
          <p>
            {i18n._(
              "The panel falls into {count} parts without a common reviewer. Ranks within a part rest on scores, ranks between parts on the model alone.",
              { count: groups.length },
            )}
          </p>
        </Note>
      )}
    </>
  );
}
