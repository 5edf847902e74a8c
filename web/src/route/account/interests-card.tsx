/** How many ties a person named, and the way to the page that keeps them. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { interestsQuery } from "./account-query.ts";

export function InterestsCard() {
  const { i18n } = useLingui();
  const count = useQuery(interestsQuery).data?.interests.length;
  return (
    <Card title={i18n._("Your interests")}>
      {count !== undefined && (
        <p>
          {count === 0
            ? i18n._("You have named no tie.")
            : i18n._("{count, plural, one {You have named # tie.} other {You have named # ties.}}", { count })}
        </p>
      )}
      <p>
        <Link to="/account/interests">{i18n._("Name what ties you to organisations")}</Link>
      </p>
    </Card>
  );
}
