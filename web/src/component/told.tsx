/** A text that exists in some languages: in the reader's, or in another with a notice; its language is marked for who listens. */
import { useLingui } from "@lingui/react";
import { languageFor } from "../language/in-language.ts";
import { OtherLanguage } from "./other-language.tsx";

interface Props {
  readonly texts: Readonly<Partial<Record<string, string>>>;
  readonly className?: string;
}

export function Told({ texts, className }: Props) {
  const { i18n } = useLingui();
  const language = languageFor(texts, i18n.locale);
  return (
    <div>
      <p lang={language} className={className}>
        {texts[language]}
      </p>
      <OtherLanguage language={language} />
    </div>
  );
}
