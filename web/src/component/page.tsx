/** The one main part of a page: its unique title, its heading and its width. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

interface Props {
  /** Heading and, with the product's name, title of the window: unique in the product. */
  readonly title: string;
  /** Where the window's title needs more than the heading: a reference. */
  readonly windowTitle?: string;
  /** The way back up. */
  readonly up?: { readonly to: string; readonly label: string; readonly search?: Record<string, unknown> };
  /** Over the heading: reference, instrument, park. */
  readonly eyebrow?: ReactNode;
  /** Under the heading. */
  readonly lead?: ReactNode;
  /** Beside the heading on wide windows; at most one of them primary. */
  readonly actions?: ReactNode;
  /** `read` 1216 px, `expert` 1328 px, `decision` 808 px. */
  readonly width?: "read" | "expert" | "decision";
  /** A page may draw its own heading, an `h1`. */
  readonly ownHeading?: boolean;
  readonly children: ReactNode;
}

const widthClass = { read: "wrap", expert: "wrap wide", decision: "wrap one" } as const;

export function Page({
  title,
  windowTitle,
  up,
  eyebrow,
  lead,
  actions,
  width = "read",
  ownHeading = false,
  children,
}: Props) {
  return (
    <main id="main" className={widthClass[width]} tabIndex={-1}>
      <title>{`${windowTitle ?? title} · MultiHelix`}</title>
      {up !== undefined && (
        <div className="crumb">
          <Link to={up.to} {...(up.search === undefined ? {} : { search: up.search })}>
            <Icon name="back" /> {up.label}
          </Link>
        </div>
      )}
      {!ownHeading && (
        <div className="page-head">
          <div>
            {eyebrow !== undefined && <div className="row small muted">{eyebrow}</div>}
            <h1 tabIndex={-1}>{title}</h1>
            {lead !== undefined && <div className="small muted">{lead}</div>}
          </div>
          {actions !== undefined && <div className="row">{actions}</div>}
        </div>
      )}
      {children}
    </main>
  );
}
