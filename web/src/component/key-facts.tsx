/** The answer before everything else: Status, Who holds it, Until, Wanted from you. */
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";

interface Fact {
  readonly value: ReactNode;
  readonly more?: ReactNode;
}

interface Props {
  readonly status: Fact;
  /** Left out for applicants where it is somebody inside a park. */
  readonly holder?: Fact;
  readonly until?: Fact;
  readonly wanted: Fact;
}

export function KeyFacts({ status, holder, until, wanted }: Props) {
  const { i18n } = useLingui();
  const facts: [string, Fact | undefined][] = [
    [i18n._("Status"), status],
    [i18n._("Who holds it"), holder],
    [i18n._("Until"), until],
    [i18n._("Wanted from you"), wanted],
  ];
  return (
    <dl className="facts">
      {facts.map(([title, fact]) =>
        fact === undefined ? null : (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              <strong>{fact.value}</strong>
              {fact.more !== undefined && <p>{fact.more}</p>}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
