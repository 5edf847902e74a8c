/** The foot of every page: accessibility, privacy, API, and what is only a demonstration. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { usePersonas } from "../demo.ts";

export function Footer() {
  const { i18n } = useLingui();
  const demo = usePersonas() !== undefined;
  return (
    <footer className="foot">
      <div className="wrap row between">
        <ul>
          <li>
            <Link to="/accessibility">{i18n._("Accessibility")}</Link>
          </li>
          <li>
            <Link to="/privacy">{i18n._("Privacy")}</Link>
          </li>
          <li>
            <a href="/api/docs">{i18n._("API")}</a>
          </li>
        </ul>
        {demo && <span>{i18n._("Demo data. Companies and people are invented.")}</span>}
      </div>
    </footer>
  );
}
