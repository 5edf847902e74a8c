/** What can be imported: per kind how a file is looked at, and how one line is taken over. */

import { lookAtAid, lookAtBack, takeAid, takeBack } from "../aid/import/look-at-aid.ts";
import type { Actor, PersonActor } from "../kernel/actor.ts";
import type { CsvRow } from "../payment/csv-cells.ts";
import type { Deps } from "../port/deps.ts";
import { lookAtVouchers, takeVoucher } from "../voucher/import/import-vouchers.ts";
import type { ImportKind, ImportLine, ImportRun } from "./import-run.ts";
import type { FileProblem } from "./look-at-file.ts";

export type Csv = readonly CsvRow[];

export interface Looked {
  readonly problems: readonly FileProblem[];
  readonly lines: readonly ImportLine[];
  /** The cells of every line that could be read. */
  readonly content: readonly Readonly<Record<string, string>>[];
}

/** What a line became. */
export interface Taken {
  readonly known: boolean;
  /** Its reference here. */
  readonly reference: string;
}

export const lookers: Readonly<
  Record<ImportKind, (deps: Deps, actor: Actor, parkId: string, rows: Csv) => Promise<Looked>>
> = { vouchers: lookAtVouchers, aid: lookAtAid, "aid-back": lookAtBack };

export const takers: Readonly<
  Record<ImportKind, (deps: Deps, actor: PersonActor, run: ImportRun, line: ImportLine) => Promise<Taken>>
> = { vouchers: takeVoucher, aid: takeAid, "aid-back": takeBack };
