/** Name of the product, navigation, language, and who is signed in; on narrow windows a menu. */
import { useLingui } from "@lingui/react";
import { Link, useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { buttonClass } from "../component/button.tsx";
import { Icon } from "../component/icon.tsx";
import { Wordmark } from "../component/wordmark.tsx";
import { Account } from "./account.tsx";
import { LanguageSelect } from "./language-select.tsx";
import { NavLinks, useNav } from "./nav.tsx";

export function Header() {
  const { i18n } = useLingui();
  const entries = useNav();
  return (
    <header className="top">
      <div className="wrap">
        <Link className="brand" to="/">
          <Wordmark />
        </Link>
        {entries.length > 0 ? (
          <nav className="main-nav" aria-label={i18n._("Main")}>
            <ul>
              <NavItems />
            </ul>
          </nav>
        ) : (
          <span className="grow" />
        )}
        <div className="who">
          <LanguageSelect />
          <Account />
        </div>
        <Menu />
      </div>
    </header>
  );
}

function NavItems() {
  return useNav().map(({ to, label }) => (
    <li key={to}>
      <Link to={to} activeOptions={{ exact: to === "/" }}>
        {label}
      </Link>
    </li>
  ));
}

function Menu() {
  const { i18n } = useLingui();
  const router = useRouter();
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(
    () =>
      router.subscribe("onBeforeNavigate", () => {
        if (details.current !== null) details.current.open = false;
      }),
    [router],
  );
  return (
    <details className="menu" ref={details}>
      <summary className={buttonClass("quiet", true)}>
        <Icon name="menu" /> {i18n._("Menu")}
      </summary>
      <div className="sheet">
        <nav aria-label={i18n._("Main")}>
          <NavLinks />
        </nav>
        <div className="own">
          <LanguageSelect />
          <Account />
        </div>
      </div>
    </details>
  );
}
