/** The organisations that one belongs to, each with the way to its page. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { useSession } from "../../session.ts";
import { Owned } from "./owned.tsx";

export function OrganisationsCard() {
  const { i18n } = useLingui();
  const memberships = useSession().me?.memberships ?? [];
  const levels = {
    owner: i18n._("Owner"),
    editor: i18n._("Editor"),
    finance: i18n._("Finance"),
    viewer: i18n._("Viewer"),
  };
  return (
    <Card title={i18n._("Your organisations")}>
      {memberships.length === 0 && <p>{i18n._("You belong to no organisation yet.")}</p>}
      {memberships.length > 0 && (
        <ul className="owned">
          {memberships.map(({ organisationId, name, level }) => (
            <Owned
              key={organisationId}
              name={
                <Link to="/organisations/$organisationId" params={{ organisationId }}>
                  {name}
                </Link>
              }
              more={levels[level]}
            />
          ))}
        </ul>
      )}
      <p>
        <Link to="/organisations/new">{i18n._("Register an organisation")}</Link>
      </p>
    </Card>
  );
}
