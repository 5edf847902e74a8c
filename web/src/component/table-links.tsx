/** Fetching what a table shows as a file, in the two formats that everybody can open. */
import { addressOf } from "../client.ts";
import { buttonClass } from "./button.tsx";
import { Icon } from "./icon.tsx";

interface Props {
  /** What the table is, for those who cannot see the heading near it. */
  readonly name: string;
  /** Of the registry of tables: `/api/parks/{parkId}/tables/cases`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** The same question as the page asked. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
}

const formats = [
  ["csv", "CSV"],
  ["xlsx", "XLSX"],
] as const;

export function TableLinks({ name, path, params, query = {} }: Props) {
  return (
    <span className="table-links">
      {formats.map(([format, label]) => (
        <a
          key={format}
          className={buttonClass("quiet", true)}
          href={addressOf(path, params, { ...query, format })}
          aria-label={`${name}, ${label}`}
          download
        >
          <Icon name="document" />
          {label}
        </a>
      ))}
    </span>
  );
}
