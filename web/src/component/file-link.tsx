/** A file to fetch: name, kind, size and what is known about its safety. */
import { useLingui } from "@lingui/react";
import { useLocales } from "../language/use-locales.ts";
import { buttonClass } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { Tag } from "./tag.tsx";

interface Props {
  /** Where it can be fetched at once; without it, `onOpen` asks for a link first. */
  readonly href?: string;
  readonly onOpen?: () => void;
  readonly name: string;
  /** Bytes. */
  readonly size?: number;
  readonly scan?: "clean" | "not-scanned" | "infected";
}

export function FileLink({ href, onOpen, name, size, scan }: Props) {
  const { i18n } = useLingui();
  const locales = useLocales();
  if (scan === "infected") {
    return (
      <span className="file">
        <Icon name="document" /> {name} <Tag state="bad">{i18n._("Harmful, cannot be opened")}</Tag>
      </span>
    );
  }
  return (
    <span className="file">
      {href === undefined ? (
        <button type="button" className={`${buttonClass("quiet", true)} file-name`} onClick={onOpen}>
          <Icon name="document" /> {name}
        </button>
      ) : (
        <a className="file" href={href} download>
          <Icon name="document" /> {name}
        </a>
      )}
      {size !== undefined && <span className="small muted nowrap">{formatSize(size, locales)}</span>}
      {scan === "not-scanned" && (
        <Tag state="warn" plain>
          {i18n._("Not scanned for viruses")}
        </Tag>
      )}
    </span>
  );
}

/** `84 kB`, `2.4 MB`, in powers of 1,000. */
export function formatSize(bytes: number, locales: readonly string[]): string {
  const large = bytes >= 1_000_000;
  const format = new Intl.NumberFormat([...locales], {
    style: "unit",
    unit: large ? "megabyte" : "kilobyte",
    maximumFractionDigits: large ? 1 : 0,
  });
  return format.format(large ? bytes / 1_000_000 : Math.max(1, bytes / 1000));
}
