/** The navigation: what the registry offers to the roles of the person who is signed in. */
import { useLingui } from "@lingui/react";
import { Link, useRouter } from "@tanstack/react-router";
import { audiencesOf, useSession } from "../session.ts";

interface Entry {
  readonly to: string;
  readonly label: string;
}

export function useNav(): readonly Entry[] {
  const { i18n } = useLingui();
  const router = useRouter();
  const audiences = audiencesOf(useSession());
  return Object.values(router.routesByPath).flatMap((route) => {
    const nav = route.options.staticData?.nav;
    if (nav === undefined || !nav.for.some((audience) => audiences.includes(audience))) return [];
    return [{ to: route.fullPath, label: i18n._(nav.label) }];
  });
}

export function NavLinks() {
  return useNav().map(({ to, label }) => (
    <Link key={to} to={to} activeOptions={{ exact: to === "/" }}>
      {label}
    </Link>
  ));
}
