/** What the network's parks live by: what holds now, what runs out, and changes that two people make. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { useBasisName } from "../case/basis-words.ts";
import { ProposeCard } from "./propose-card.tsx";
import { WaitingChange } from "./settings-change.tsx";
import { type Settings, settingsQuery } from "./settings-query.ts";
import { Calendars, Funds, Limits, Parks, Rates } from "./settings-tables.tsx";
import { useDayText, whereWords } from "./settings-words.ts";
import "../staff/staff.css";
import "./network.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const query = useQuery(settingsQuery);
  return (
    <Page
      title={i18n._("Network settings")}
      width="expert"
      lead={i18n._(
        "Parks, limits of state aid, holidays and rates in force. One person proposes a change, another puts it in force.",
      )}
    >
      <Loaded query={query} lines={12}>
        {(settings) => (
          <div className="roles">
            {settings.change !== undefined && <WaitingChange change={settings.change} />}
            <RunningOut settings={settings} />
            <Parks settings={settings} />
            <Limits settings={settings} />
            <Rates settings={settings} />
            <Calendars settings={settings} />
            <Funds settings={settings} />
            {settings.mayChange && settings.change === undefined && <ProposeCard settings={settings} />}
            <p className="small muted">
              {i18n._("Version {number}, in force since", { number: settings.number })}{" "}
              <DateTime at={settings.appliedAt} show="date-time" />
            </p>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function RunningOut({ settings }: { readonly settings: Settings }) {
  const { i18n } = useLingui();
  const basis = useBasisName();
  const dayText = useDayText();
  const { runningOut } = settings;
  const sentence = ({ kind, id, day: iso }: Settings["runningOut"][number]): string => {
    const day = iso === undefined ? undefined : dayText(iso);
    switch (kind) {
      case "calendar":
        return i18n._("Holidays of {id} are known until {day}: no deadline reaches beyond.", { id, day });
      case "rate":
        return day === undefined
          ? i18n._("There is no rate between {id} and {pivot}.", { id, pivot: settings.pivotCurrency })
          : i18n._("The newest rate between {id} and {pivot} is of {day}.", { id, pivot: settings.pivotCurrency, day });
      case "limit": {
        const [name = "", ...where] = id.split(" ");
        const facts = { basis: basis(name), where: whereWords(where), day };
        return i18n._("The limit of {basis} ({where}) ends on {day}, and none follows.", facts);
      }
      case "fund":
        return i18n._("Costs of {fund} count until {day}.", {
          fund: settings.funds.find((fund) => fund.id === id)?.name ?? id,
          day,
        });
    }
  };
  return (
    <Card title={i18n._("What runs out")} aside={runningOut.length}>
      {runningOut.length === 0 ? (
        <EmptyState>{i18n._("Nothing ends soon.")}</EmptyState>
      ) : (
        <ul className="gap-list">
          {runningOut.map((one) => (
            <li key={`${one.kind} ${one.id}`}>{sentence(one)}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
