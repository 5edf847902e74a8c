/** There is no page at this address. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { buttonClass } from "../component/button.tsx";
import { Page } from "../component/page.tsx";

export function NotFoundPage() {
  const { i18n } = useLingui();
  return (
    <Page title={i18n._("There is no page at this address")}>
      <div className="stack">
        <p>
          {i18n._(
            "If you typed the address, check it. If you followed a link, the page may have moved, or it is not for you to see.",
          )}
        </p>
        <Link className={buttonClass("primary")} to="/">
          {i18n._("Go to the first page")}
        </Link>
      </div>
    </Page>
  );
}
