/** What we do so that everybody can use this, and what to do where it fails. */
import { useLingui } from "@lingui/react";
import { Page } from "../../component/page.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <Page title={i18n._("Accessibility")} width="decision">
      <div className="stack">
        <p>
          {i18n._(
            "Our aim is the standard WCAG 2.2, level AA. Everything can be done with a keyboard alone, at any size of text, in light and dark, and every picture has the same content as text or table.",
          )}
        </p>
        <p>
          {i18n._("Colour never says anything alone: states have an icon and a word, parks have a shape and a name.")}
        </p>
        <p>
          {i18n._(
            "If something keeps you from applying, reviewing or deciding, write to your park. It takes the same information in another form, and your deadline is looked at with that in mind.",
          )}
        </p>
      </div>
    </Page>
  );
}
