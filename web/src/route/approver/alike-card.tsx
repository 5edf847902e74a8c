/** A group of approvals in which nothing differs: each with its evidence, the sum, one statement of no interest, one act. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import * as z from "zod";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { inLanguage } from "../../language/in-language.ts";
import { useParks } from "../../network.ts";
import { callQuery } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { type AlikeGroup, type ApprovalLine, keyOfLine, sumOf } from "../staff/alike-query.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { ApprovalRow } from "./approval-row.tsx";

interface Props {
  readonly group: AlikeGroup;
  /** Of its form, among those of other groups. */
  readonly name: string;
  readonly onApprove: (lines: readonly ApprovalLine[]) => void;
}

const schema = z.object({ noInterest: noInterestSchema });

export function AlikeCard({ group, name, onApprove }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const call = useQuery(callQuery(group.callId)).data;
  const park = useParks().find(({ id }) => id === group.parkId);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const form = usePageForm(schema, { noInterest: false });
  const chosen = group.cases.filter((line) => !left.has(keyOfLine(line)));
  const toggle = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  const counted = { count: chosen.length, sum: format.money(sumOf(chosen)) };
  return (
    <Card
      title={i18n._("Nothing differs in these: {call}, {park}", {
        call: call === undefined ? "" : `${call.code} ${inLanguage(call.title, i18n.locale)}`,
        park: park?.name ?? group.parkId,
      })}
      aside={i18n._("{count, plural, one {# case} other {# cases}}, {sum} together", {
        count: group.cases.length,
        sum: format.money(group.sum),
      })}
    >
      <p>
        {i18n._(
          "Each is an award of exactly what was asked for, without conditions. All reviews are in, agree and reach the threshold; no conflict was found or declared; budget and aid room hold it; it is below every limit of your park.",
        )}
      </p>
      <ul className="approval-list">
        {group.cases.map((line) => (
          <li key={keyOfLine(line)}>
            <ApprovalRow
              line={line}
              before={
                <input type="checkbox" checked={chosen.includes(line)} onChange={() => toggle(keyOfLine(line))} />
              }
            >
              {line.score !== undefined && <span className="num small">{`${format.number(line.score)}%`}</span>}
              <span className="num">{format.money(line.amount)}</span>
              <Link
                to="/cases/$caseId/approvals/$parkId"
                params={{ caseId: line.caseId, parkId: line.parkId }}
                aria-label={i18n._("Evidence of {reference}", { reference: line.reference })}
              >
                {i18n._("Evidence")}
              </Link>
            </ApprovalRow>
          </li>
        ))}
      </ul>
      <Form form={form} name={name} onSend={() => onApprove(chosen)}>
        <NoInterestField of="cases" />
        <p className="small muted">
          {i18n._(
            "Each is approved and recorded by itself, as it stands here: what changed meanwhile is refused and named. To decline or ask, open the evidence of that case.",
          )}
        </p>
        <div>
          {chosen.length === 0 ? (
            <Button notAllowed={i18n._("Choose at least one case.")}>{i18n._("Approve")}</Button>
          ) : (
            <Button type="submit" kind="primary">
              {i18n._("Approve {count, plural, one {# case} other {# cases}}, {sum} together", counted)}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}
