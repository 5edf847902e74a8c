/** The key to the lines and marks of a strands picture. */
import { useLingui } from "@lingui/react";

export function StrandsLegend() {
  const { i18n } = useLingui();
  return (
    <ul className="key strands-key">
      <li>
        <svg width="28" height="14" aria-hidden="true">
          <path className="key-taken" d="M2 7h24" />
        </svg>
        {i18n._("path taken")}
      </li>
      <li>
        <svg width="18" height="18" aria-hidden="true">
          <circle className="key-ring" cx="9" cy="9" r="7" />
          <circle className="key-dot" cx="9" cy="9" r="3" />
        </svg>
        {i18n._("here now")}
      </li>
      <li>
        <svg width="28" height="14" aria-hidden="true">
          <path className="key-to-come" d="M3 7h24" />
        </svg>
        {i18n._("still to come")}
      </li>
      <li>
        <svg width="28" height="14" aria-hidden="true">
          <path className="key-way" d="M1 7h26" />
        </svg>
        {i18n._("other ways it may go")}
      </li>
    </ul>
  );
}
