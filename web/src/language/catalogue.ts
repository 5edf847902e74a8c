/** The only place that loads texts: one compiled catalogue per area and language, fetched with the area's first page. */
/// <reference path="./catalogue.d.ts" />
import { i18n } from "@lingui/core";
import { chooseLanguage, type LanguageId, localeFor } from "./language.ts";

const frameCatalogues = import.meta.glob<Catalogue>("../locale/*.po");
const areaCatalogues = import.meta.glob<Catalogue>("../route/*/locale/*.po");
const storageKey = "language";
const loaded = new Set<string>();

interface Catalogue {
  readonly messages: Record<string, string>;
}

/** The language of the first picture: chosen in this browser before, else what the browser asks for. */
export function firstLanguage(): LanguageId {
  return chooseLanguage(localStorage.getItem(storageKey), navigator.languages);
}

/** Fetches an area's texts in the present language; `frame` holds those of the frame and the shared parts. */
export async function loadArea(area: string): Promise<void> {
  loaded.add(area);
  i18n.load(i18n.locale, await messages(area, i18n.locale));
}

/** Shows everything in another language, once all its texts are here, and remembers it in this browser. */
export async function switchLanguage(language: LanguageId): Promise<void> {
  loaded.add("frame");
  const all = await Promise.all([...loaded].map((area) => messages(area, language)));
  i18n.loadAndActivate({
    locale: language,
    locales: [localeFor(language, navigator.languages), "en-GB"],
    messages: Object.assign({}, ...all),
  });
  document.documentElement.lang = language;
  localStorage.setItem(storageKey, language);
}

async function messages(area: string, language: string): Promise<Record<string, string>> {
  const load =
    area === "frame"
      ? frameCatalogues[`../locale/${language}.po`]
      : areaCatalogues[`../route/${area}/locale/${language}.po`];
  return load === undefined ? {} : (await load()).messages;
}
