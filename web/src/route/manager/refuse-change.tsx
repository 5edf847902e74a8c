/** What was proposed for a voucher is refused by whoever must agree to it, or taken back by its managers. */
import { useLingui } from "@lingui/react";
import { Fragment } from "react";
import { api } from "../../client.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { ReasonsCard } from "./reasons-card.tsx";

type Change = "value" | "cancellation" | "extension" | "scope";

interface Props {
  readonly view: CaseView;
  /** Whether the reader manages in the lead park. */
  readonly leads: boolean;
  /** Whether the reader approves in the lead park. */
  readonly approves: boolean;
  /** Paying parks for which the reader agrees to another value. */
  readonly values: readonly { readonly id: string }[];
  /** Whether the reader is finance of the lead park. */
  readonly pays: boolean;
}

/** One form for each change that waits and that the reader may refuse. */
export function RefusedChanges({ view, leads, approves, values, pays }: Props) {
  const { voucher, leadPark } = view;
  if (voucher === undefined) return null;
  const { cancellation, valueChange, extension, scopeChange } = voucher;
  const valuePark = leads ? leadPark : values[0]?.id;
  const waiting: [Change, boolean, string | undefined][] = [
    ["value", valueChange !== undefined, valuePark],
    ["cancellation", cancellation !== undefined, leads || approves ? leadPark : undefined],
    ["extension", extension !== undefined && extension.confirmedBy === undefined, leads || pays ? leadPark : undefined],
    ["scope", scopeChange !== undefined, leads || (approves && scopeChange?.from === "park") ? leadPark : undefined],
  ];
  return waiting.map(
    ([change, waits, parkId]) =>
      waits &&
      parkId !== undefined && (
        <RefuseChange
          key={change}
          caseId={view.caseId}
          change={change}
          parkId={parkId}
          back={leads && !(change === "scope" && scopeChange?.from === "applicant")}
        />
      ),
  );
}

interface OneProps {
  readonly caseId: string;
  readonly change: Change;
  readonly parkId: string;
  readonly back: boolean;
}

function RefuseChange({ caseId, change, parkId, back }: OneProps) {
  const { i18n } = useLingui();
  const refused: Record<Change, string> = {
    value: i18n._("Refuse the other value"),
    cancellation: i18n._("Refuse the cancellation"),
    extension: i18n._("Refuse the extension"),
    scope: i18n._("Refuse the other description of the service"),
  };
  const takenBack: Record<Change, string> = {
    value: i18n._("Take back the other value"),
    cancellation: i18n._("Take back the cancellation"),
    extension: i18n._("Take back the extension"),
    scope: i18n._("Take back the other description of the service"),
  };
  const title = (back ? takenBack : refused)[change];
  return (
    <ReasonsCard
      name={`refuse-${change}`}
      title={title}
      lead={
        change === "scope"
          ? i18n._("The voucher stays as it is. Both parties are told by letter.")
          : i18n._("The voucher stays as it is. Neither party is told of it.")
      }
      hint={change === "scope" ? i18n._("Both parties read them.") : i18n._("They stay with the case.")}
      act={title}
      send={(body, key) =>
        api("post", "/api/cases/{caseId}/change-refusal", {
          params: { caseId },
          body: { ...body, change, parkId },
          key,
        })
      }
    />
  );
}

/** The latest of each kind that came to nothing, in a list of facts. */
export function EarlierRefused({ view: { voucher, names } }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const what: Record<"refused" | "taken-back", Record<Change, string>> = {
    refused: {
      value: i18n._("Other value refused"),
      cancellation: i18n._("Cancellation refused"),
      extension: i18n._("Extension refused"),
      scope: i18n._("Other description of the service refused"),
    },
    "taken-back": {
      value: i18n._("Other value taken back"),
      cancellation: i18n._("Cancellation taken back"),
      extension: i18n._("Extension taken back"),
      scope: i18n._("Other description of the service taken back"),
    },
  };
  const last = new Map((voucher?.changesRefused ?? []).map((one) => [one.change, one]));
  return [...last.values()].map(({ change, by, at, reasons, outcome }) => (
    <Fragment key={change}>
      <dt>{what[outcome][change]}</dt>
      <dd>{i18n._("{day}, {name}: {reasons}", { day: format.date(at), name: names[by] ?? "", reasons })}</dd>
    </Fragment>
  ));
}
