/** Where a person decides: sticks to the bottom; approving names what it does. */
import { useLingui } from "@lingui/react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

interface Act {
  readonly label: string;
  readonly run: () => void;
}

interface Props {
  /** Names the amount: `Approve £88,400.00`. */
  readonly approve: Act;
  readonly ask?: Act;
  readonly decline: Act;
  readonly busy?: boolean;
  /** Why this person may not decide, as a sentence. */
  readonly notAllowed?: string;
}

export function DecisionBar({ approve, ask, decline, busy = false, notAllowed }: Props) {
  const { i18n } = useLingui();
  if (notAllowed !== undefined) {
    return (
      <div className="act">
        <Button notAllowed={notAllowed}>{approve.label}</Button>
      </div>
    );
  }
  return (
    <section className="act" aria-label={i18n._("Your decision")}>
      <Button kind="primary" busy={busy} onClick={approve.run}>
        <Icon name="check" /> {approve.label}
      </Button>
      {ask !== undefined && (
        <Button busy={busy} onClick={ask.run}>
          <Icon name="question" /> {ask.label}
        </Button>
      )}
      <Button kind="danger" busy={busy} onClick={decline.run}>
        {decline.label}
      </Button>
    </section>
  );
}
