/** How a page becomes a route: a path, the area whose texts it needs, and the file that is loaded when it is visited. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { rootRoute } from "../frame/root.tsx";
import { loadArea } from "../language/catalogue.ts";
import type { Audience } from "../session.ts";

/** An entry of the navigation. */
export interface NavEntry {
  /** A text of the catalogue of the frame: mark it with the comment `i18n`. */
  readonly label: string;
  readonly for: readonly Audience[];
}

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    readonly nav?: NavEntry;
  }
}

/**
 * @param area the folder below `route` whose texts the page needs; several if it is made of parts of other areas
 * @param load `() => import("./applicant/case-page.tsx")`; the file exports its component as `RoutePage`
 */
export function pageRoute<const Path extends string>(
  path: Path,
  area: string | readonly string[],
  load: () => Promise<{ readonly RoutePage: ComponentType }>,
  nav?: NavEntry,
) {
  const loadBoth = async () => {
    const [module] = await Promise.all([load(), ...[area].flat().map(loadArea)]);
    return module;
  };
  return createRoute({
    getParentRoute: () => rootRoute,
    path,
    // Every page reads its own part of the address, with its own schema: `usePageSearch`.
    validateSearch: (search: Record<string, unknown>) => search,
    component: lazyRouteComponent(loadBoth, "RoutePage"),
    ...(nav === undefined ? {} : { staticData: { nav } }),
  });
}
