/** A figure of the books: an amount that opens the postings which make it. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Money } from "../../component/money.tsx";
import type { PostingsSearch } from "./postings-search.ts";

/** The question to the ledger's explorer that the amount answers. */
export type FigureOf = PostingsSearch & { readonly park: string };

interface Props {
  /** Integer, minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly of: FigureOf;
}

export function Figure({ amount, currency, of }: Props) {
  return (
    <FigureLink of={of}>
      <Money amount={amount} currency={currency} />
    </FigureLink>
  );
}

/** Around an amount that is already written, in a sentence or a picture. */
export function FigureLink({ of, className = "figure", children }: Pick<Props, "of"> & LinkProps) {
  return (
    <Link className={className} to="/ledger/postings" search={of}>
      {children}
    </Link>
  );
}

interface LinkProps {
  readonly className?: string;
  readonly children: ReactNode;
}
