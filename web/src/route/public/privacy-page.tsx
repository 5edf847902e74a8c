/** What is kept of people, and what this page keeps in their browser. */
import { useLingui } from "@lingui/react";
import { Page } from "../../component/page.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <Page title={i18n._("Privacy")} width="decision">
      <div className="stack">
        <p>
          {i18n._(
            "We keep what an application, a review or a payment needs: names, addresses of work, what you write, and who did what and when. The parks that handle your case see it; others do not.",
          )}
        </p>
        <p>
          {i18n._(
            "In your browser we keep one cookie while you are signed in, one while you sign in, and your choice of language. Nothing here comes from other sites, and nobody follows you.",
          )}
        </p>
        <p>
          {i18n._(
            "To see, correct or remove what is kept about you, write to your park. What a law tells us to keep, such as records of aid, stays as long as that law says.",
          )}
        </p>
      </div>
    </Page>
  );
}
