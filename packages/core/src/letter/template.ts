/** What a letter is made of before it is set: a subject and blocks, written once per language. */
import type { Language } from "../person/person.ts";
import type { Say } from "./say.ts";

/** A paragraph, labelled facts, somebody's own words, points, or a way into the product. */
export type Block =
  | string
  | { readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly quote: string }
  | { readonly points: readonly string[] }
  | { readonly link: string; readonly path: string };

export interface Content {
  readonly subject: string;
  readonly body: readonly Block[];
}

/** A letter in every language of the product. Values come in raw: escaping belongs to the setting. */
export type Template<D> = Readonly<Record<Language, (data: D, say: Say) => Content>>;

/** What every letter about a case knows. */
export interface CaseLetterData {
  readonly reference: string;
  readonly title: string;
  /** Name of the park that writes. */
  readonly park: string;
  /** Page of the case: `/cases/app_…`. */
  readonly path: string;
}
