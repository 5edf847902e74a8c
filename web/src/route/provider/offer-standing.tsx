/** Until when an offer is or was valid, or that it was taken back, to the provider who can confirm it. */
import { useLingui } from "@lingui/react";
import { useFormat } from "../case/use-format.ts";

interface Props {
  readonly validUntil: string;
  readonly withdrawnAt: string | undefined;
  readonly now?: number;
}

export function OfferStanding({ validUntil, withdrawnAt, now = Date.now() }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  if (withdrawnAt !== undefined)
    return i18n._("You took your offer back on {day}. You can still confirm it.", { day: format.date(withdrawnAt) });
  const day = format.date(validUntil);
  return Date.parse(validUntil) < now
    ? i18n._(
        "Your offer was valid until {day}. On an offer that has run out there can be no award; you can still confirm it.",
        { day },
      )
    : i18n._(
        "Your offer is valid until {day}. The decision may come later; on an offer that has run out there can be no award.",
        { day },
      );
}
