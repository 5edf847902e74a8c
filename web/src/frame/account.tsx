/** Who is signed in, as what, and the way in or out. */
import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { api } from "../client.ts";
import { Button, buttonClass } from "../component/button.tsx";
import { useNameOfRole } from "../language/use-role-name.ts";
import { type Me, takeSession, useSession } from "../session.ts";
import { useAct } from "../use-act.ts";

export function Account() {
  const { me } = useSession();
  return me === null ? <SignInLink /> : <Person me={me} />;
}

function SignInLink() {
  const { i18n } = useLingui();
  const { href, pathname } = useLocation();
  return (
    <Link className={buttonClass("default", true)} to="/sign-in" search={pathname === "/sign-in" ? {} : { back: href }}>
      {i18n._("Sign in")}
    </Link>
  );
}

function Person({ me }: { readonly me: Me }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const nameOfRole = useNameOfRole();
  const signOut = useAct({
    send: () => api("delete", "/api/session", {}),
    // Away first: the page of this person would ask again, as nobody.
    onDone: () => void navigate({ to: "/" }).then(() => takeSession(queries)),
    stale: [],
  });
  const [role] = me.grants;
  const sub = role === undefined ? me.memberships[0]?.name : nameOfRole(role.role, role.scope);
  return (
    <>
      <div>
        <Link className="m" to="/account">
          {me.name}
        </Link>
        {sub !== undefined && <div className="sub">{sub}</div>}
      </div>
      <Button kind="quiet" small busy={signOut.isPending} onClick={() => signOut.mutate(undefined)}>
        {i18n._("Sign out")}
      </Button>
    </>
  );
}
