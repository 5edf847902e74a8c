/** An instant for people: day, time and zone, with the reader's own time where it differs. */
import { useLingui } from "@lingui/react";
import { type DateStyle, formatDate, formatTime, readerZone, zoneName } from "../format/date-time.ts";
import { useLocales } from "../language/use-locales.ts";

interface Props {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The zone in which it was meant (IANA), usually the park's; without it the reader's. */
  readonly zone?: string;
  readonly style?: DateStyle;
  /** `date` leaves the time of day out. */
  readonly show?: "date" | "date-time";
}

export function DateTime({ at, zone, style = "long", show = "date-time" }: Props) {
  const { i18n } = useLingui();
  const locales = useLocales();
  const own = readerZone();
  const meant = zone ?? own;
  const date = formatDate(at, locales, meant, style);
  if (show === "date") return <time dateTime={at}>{date}</time>;
  const time = formatTime(at, locales, meant);
  const zoneText = zoneName(at, locales, meant);
  const ownTime = `${formatDate(at, locales, own, "day")}, ${formatTime(at, locales, own)}`;
  const differs = ownTime !== `${formatDate(at, locales, meant, "day")}, ${time}`;
  return (
    <time dateTime={at} title={differs ? i18n._("{time} your time", { time: ownTime }) : undefined}>
      {date}, <span className="nowrap">{`${time} ${zoneText}`}</span>
      {differs && <span className="muted"> {i18n._("({time} your time)", { time: ownTime })}</span>}
    </time>
  );
}
