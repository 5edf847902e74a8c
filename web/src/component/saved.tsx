/** Whether what was typed is safe: once per page, not per field. */
import { useLingui } from "@lingui/react";
import { formatTime, readerZone } from "../format/date-time.ts";
import { useLocales } from "../language/use-locales.ts";
import { Icon } from "./icon.tsx";

/** @param at when the last change was stored (ISO 8601, UTC); absent before the first */
export function Saved({ at, saving }: { readonly at?: string; readonly saving: boolean }) {
  const { i18n } = useLingui();
  const locales = useLocales();
  return (
    <span className="saved" role="status">
      {saving && i18n._("Saving")}
      {!saving && at !== undefined && (
        <>
          <Icon name="saved" /> {i18n._("Saved at {time}", { time: formatTime(at, locales, readerZone()) })}
        </>
      )}
    </span>
  );
}
