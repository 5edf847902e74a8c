/** The preview of a release: every letter, the amounts and the aid effect; then the release, by another person than the proposer. */
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Icon } from "../../component/icon.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Tag } from "../../component/tag.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useParks } from "../../network.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { StepUp } from "../sign-in/step-up.tsx";
import { ActPage } from "../staff/act-page.tsx";
import { AidLines } from "../staff/aid-lines.tsx";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { ProposalCard } from "../staff/proposal-card.tsx";
import { RequirementList } from "../staff/requirement-list.tsx";
import { type ReleasePreview, releaseQuery } from "../staff/staff-query.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { PreviewLetters } from "./preview-letters.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <ActPage
      kind="release"
      act={i18n._("Release")}
      evidence={(view) => <Evidence view={view} />}
      answer={(view) => <Answer view={view} />}
    />
  );
}

function Evidence({ view }: { readonly view: CaseView }) {
  const announced = view.status === "conditional";
  // While the statement is awaited there is nothing to release.
  const waits =
    ["approved", "approving"].includes(view.status) || (announced && view.condition?.statement !== undefined);
  return (
    <>
      <ProposalCard view={view} />
      {waits && <Preview view={view} />}
    </>
  );
}

function Preview({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const parks = useParks();
  const query = useQuery(releaseQuery(view.caseId));
  return (
    <Loaded query={query} lines={10}>
      {(preview) => (
        <>
          <Card
            title={i18n._("What changes")}
            aside={
              preview.kind === "award" ? (
                <Tag state={preview.fits ? "ok" : "bad"}>
                  {preview.fits ? i18n._("Aid room fits today") : i18n._("Too little aid room today")}
                </Tag>
              ) : undefined
            }
          >
            <ul className="checks">
              {(preview.back ? [] : preview.shares)
                .filter(({ amount }) => amount.amount > 0)
                .map(({ parkId, amount }) => (
                  <li key={parkId}>
                    <Icon name="arrow" />
                    <div>
                      {i18n._(
                        preview.conditional
                          ? /*i18n*/ "{amount} of {park} stays reserved until the company has made its statement."
                          : /*i18n*/ "{amount} of {park} becomes committed; it is reserved now.",
                        {
                          amount: format.money(amount),
                          park: parks.find(({ id }) => id === parkId)?.name ?? parkId,
                        },
                      )}
                    </div>
                  </li>
                ))}
              <li>
                <Icon name="arrow" />
                <div>
                  {i18n._(
                    view.status === "conditional"
                      ? /*i18n*/ "{count, plural, one {# letter is sent} other {# letters are sent}}; the company has known of the award since it was announced."
                      : /*i18n*/ "{count, plural, one {# letter is sent} other {# letters are sent}}; until then nobody outside knows.",
                    {
                      count: preview.letters.length,
                    },
                  )}
                </div>
              </li>
              {!preview.back && (
                <li>
                  <Icon name="arrow" />
                  <div>{effectOf(i18n, format.day, preview)}</div>
                </li>
              )}
            </ul>
            {!preview.fits && (
              <Note kind="warn">
                <p>
                  {i18n._(
                    "If you release now, the case goes back to the proposal and every reservation is freed: the day’s aid room does not carry the award.",
                  )}
                </p>
              </Note>
            )}
            {preview.why === "offer-gone" && (
              <Note kind="warn">
                <p>
                  {i18n._(
                    "If you release now, the case goes back to the proposal and every reservation is freed: the provider no longer stands by its offer. Until then it can confirm it again on its page of the case.",
                  )}
                </p>
              </Note>
            )}
            {preview.failing.length > 0 && (preview.why ?? "not-eligible") === "not-eligible" && (
              <Note kind="warn">
                <p>
                  {preview.back
                    ? i18n._(
                        "If you release now, the case goes back to the proposal and every reservation is freed: a requirement no longer holds.",
                      )
                    : i18n._("The award cannot be released before this is put right.")}
                </p>
                <RequirementList report={{ requirements: preview.failing }} />
              </Note>
            )}
          </Card>
          {preview.headrooms.map((headroom) => (
            <Card key={headroom.basis + headroom.jurisdiction} title={i18n._("Aid arithmetic")}>
              <AidLines headroom={headroom} />
            </Card>
          ))}
          {preview.letters.length > 0 && <PreviewLetters letters={preview.letters} />}
        </>
      )}
    </Loaded>
  );
}

function effectOf(i18n: I18n, day: (day: string) => string, { kind, conditional, signed }: ReleasePreview): string {
  if (kind === "reject") return i18n._("The case ends as not awarded; the company may ask redress.");
  if (signed?.on !== undefined)
    return i18n._(
      "The company signed its declaration of other aid on {day}, more than {days, plural, one {# day} other {# days}} ago: it is asked to sign it again. Nothing is granted before it, and silence lets the award lapse.",
      { day: day(signed.on), days: signed.days },
    );
  return conditional
    ? i18n._("The company is asked for its statement; nothing is granted before it, and silence lets the award lapse.")
    : i18n._("The voucher is issued and the aid counts as granted from today.");
}

const schema = z.object({ noInterest: noInterestSchema });

function Answer({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const preview = useQuery(releaseQuery(view.caseId)).data;
  const label = useReleaseLabel(preview);
  const form = usePageForm(schema, { noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/release", { params: { caseId: view.caseId }, body, key }),
  });
  return (
    <>
      <Card title={i18n._("Release")}>
        <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
          <NoInterestField />
          <p className="small">
            <Link to="/calls/$callId/releases" params={{ callId: view.callId }}>
              {i18n._("Release several decisions of this call at once")}
            </Link>
          </p>
          <div>
            <Button type="submit" kind="primary" busy={act.isPending || preview === undefined}>
              {label}
            </Button>
          </div>
        </Form>
      </Card>
      <StepUp problem={act.error} onProved={() => void form.handleSubmit((values) => act.mutate(values))()} />
    </>
  );
}

/** Names what it does: `Release the award of €10,000.00, send 2 letters`. */
function useReleaseLabel(preview: ReleasePreview | undefined): string {
  const { i18n } = useLingui();
  const format = useFormat();
  if (preview === undefined) return i18n._("Release");
  if (preview.back) return i18n._("Send it back to the proposal");
  const count = preview.letters.length;
  return preview.award === undefined || preview.kind === "reject"
    ? i18n._("Release the rejection, send {count, plural, one {# letter} other {# letters}}", { count })
    : i18n._("Release the award of {amount}, send {count, plural, one {# letter} other {# letters}}", {
        amount: format.money(preview.award),
        count,
      });
}
