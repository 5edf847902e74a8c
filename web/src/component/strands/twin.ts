/** The same data as a strands picture, as rows and as one sentence for those who cannot see it. */
import type { StrandState, StrandStation, Strands } from "@multihelix/core/view/strands.ts";
import { normalise } from "./normalise.ts";
import { reached } from "./picture.ts";
import type { StrandWords } from "./words.ts";

export interface TwinRow {
  readonly id: string;
  readonly step: string;
  readonly parkId: string | undefined;
  readonly state: StrandState;
  readonly overdue: boolean;
  readonly when: string;
  readonly who: string;
}

/** One row per station, from start to end, lanes in network order. */
export function twinRows(strands: Strands, words: StrandWords): TwinRow[] {
  return normalise(strands).blocks.flatMap((block) => {
    if (block.kind === "trunk") {
      return block.station.label === "" ? [] : [toRow(block.station, block.station.label, undefined, words)];
    }
    return block.lanes.flatMap(({ parkId, stations }) =>
      stations.map((station) => toRow(station, `${block.label}: ${station.label}`, parkId, words)),
    );
  });
}

function toRow(station: StrandStation, step: string, parkId: string | undefined, words: StrandWords): TwinRow {
  const answered = reached(station.state) && station.state !== "present";
  return {
    id: station.id,
    step,
    parkId,
    state: station.state,
    overdue: station.overdue ?? false,
    when: (answered && station.at !== undefined ? words.day(station.at) : words.dueShort(station)) ?? "",
    who: (answered ? station.by : station.holder) ?? station.sublabel ?? "",
  };
}

/** The accessible name of the picture: every step with its state, then what happens next. */
export function accessibleName(strands: Strands, words: StrandWords, stateWords: Record<StrandState, string>): string {
  const parkName = (id: string | undefined) => strands.parks.find((park) => park.id === id)?.name;
  const steps = twinRows(strands, words).map((row) =>
    [parkName(row.parkId), row.step, stateWords[row.state], row.when]
      .filter((part) => part !== undefined && part !== "")
      .join(", "),
  );
  return `${strands.title}: ${steps.join("; ")}. ${strands.next}`;
}
