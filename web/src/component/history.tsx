/** What happened to a case, newest first. */
import type { ReactNode } from "react";
import { formatDate, formatTime } from "../format/date-time.ts";
import { useLocales } from "../language/use-locales.ts";

export interface HistoryEntry {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly what: string;
  readonly more?: ReactNode;
  /** The address named it: shown as what was looked for. */
  readonly named?: boolean;
}

export function History({ entries, zone }: { readonly entries: readonly HistoryEntry[]; readonly zone: string }) {
  const locales = useLocales();
  return (
    <ol className="tl">
      {entries.map((entry) => (
        <li key={entry.id} id={entry.id} className={entry.named ? "is-named" : undefined}>
          <time dateTime={entry.at}>
            {formatDate(entry.at, locales, zone, "short")} {formatTime(entry.at, locales, zone)}
          </time>
          <div>
            <span className="m">{entry.what}</span>
            {entry.more !== undefined && <span className="muted">{entry.more}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}
