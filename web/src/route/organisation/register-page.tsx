/** Registering one's organisation: for whoever signed in and belongs to none yet, or to another. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { buttonClass } from "../../component/button.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { useSession } from "../../session.ts";
import { ownPath } from "../sign-in/own-path.ts";
import { textFields, usePageSearch } from "../use-page-search.ts";
import { registersQuery } from "./organisation-query.ts";
import { RegisterForm } from "./register-form.tsx";
import "./organisation.css";

const searchFields = textFields(["back"]);

export function RoutePage() {
  const { i18n } = useLingui();
  const { me } = useSession();
  const navigate = useNavigate();
  const [{ back }] = usePageSearch(searchFields);
  const query = useQuery({ ...registersQuery, enabled: me !== null });
  return (
    <Page
      title={i18n._("Register your organisation")}
      width="decision"
      up={{ to: "/account", label: i18n._("Your account") }}
      lead={i18n._(
        "You become its owner and can invite colleagues. You can apply at once; a park compares it with the register before a voucher is issued.",
      )}
    >
      {me === null ? (
        <EmptyState
          action={
            <Link className={buttonClass("primary")} to="/sign-in" search={{ back: "/organisations/new" }}>
              {i18n._("Sign in")}
            </Link>
          }
        >
          {i18n._("Sign in to register your organisation.")}
        </EmptyState>
      ) : (
        <Loaded query={query} lines={10}>
          {({ registers }) => (
            <RegisterForm
              registers={registers}
              onDone={(organisationId) =>
                void (back === undefined
                  ? navigate({ to: "/organisations/$organisationId", params: { organisationId } })
                  : navigate({ href: ownPath(back) }))
              }
            />
          )}
        </Loaded>
      )}
    </Page>
  );
}
