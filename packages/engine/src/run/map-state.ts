/** The only place for Map: one frame per item, no more than MaxConcurrency at once, results in the order of the items. */
import type { MapState } from "../definition/asl.ts";
import type { Json } from "../json.ts";
import { QUERY_FAILED, StatesError } from "../states-error.ts";
import { evaluate, scopeOf } from "./evaluate.ts";
import type { Frame, MapProgress } from "./execution.ts";
import { BLOCKED, leave, type Outcome } from "./outcome.ts";
import { addFrame, enter, record, removeFrame, type Turn } from "./turn.ts";

export async function runMap(turn: Turn, frame: Frame, state: MapState): Promise<Outcome> {
  const items = await evaluate(state.Items ?? frame.input, scopeOf(turn, frame), "Items");
  if (!Array.isArray(items)) throw new StatesError(QUERY_FAILED, "The field 'Items' must be an array");
  record(turn, frame, "MapStateStarted", { mapStateStartedEventDetails: { length: items.length } });
  frame.map = { items, results: items.map(() => null), started: 0, finished: 0 };
  frame.phase = "mapping";
  return goOn(turn, frame, state, frame.map);
}

/** An item has come to its end, and its frame with it. @returns the outcome of the whole Map: blocked, while items are out. */
export async function itemFinished(
  turn: Turn,
  frame: Frame,
  state: MapState,
  item: Frame,
  output: Json,
): Promise<Outcome> {
  const { map } = frame;
  if (!map || !item.item) throw new Error(`frame ${item.id} ended as an item of no Map`);
  record(turn, item, "MapIterationSucceeded", iteration("Succeeded", frame, item.item.index));
  removeFrame(turn, item);
  map.results[item.item.index] = output;
  map.finished += 1;
  turn.changed.add(frame.id);
  return goOn(turn, frame, state, map);
}

/** The `…EventDetails` of one item. */
export function iteration(what: "Started" | "Succeeded" | "Failed" | "Aborted", frame: Frame, index: number) {
  return { [`mapIteration${what}EventDetails`]: { name: frame.state, index } };
}

async function goOn(turn: Turn, frame: Frame, state: MapState, map: MapProgress): Promise<Outcome> {
  const most = state.MaxConcurrency || Number.POSITIVE_INFINITY;
  while (map.started < map.items.length && map.started - map.finished < most) {
    await startItem(turn, frame, state, map);
  }
  if (map.finished < map.items.length) return BLOCKED;
  record(turn, frame, "MapStateSucceeded");
  return leave(turn, frame, state, state.Next, map.results, { result: map.results });
}

async function startItem(turn: Turn, frame: Frame, state: MapState, map: MapProgress): Promise<void> {
  const index = map.started;
  const value = map.items[index] ?? null;
  const selector = state.ItemSelector;
  const item = { index, value };
  const input =
    selector === undefined ? value : await evaluate(selector, scopeOf(turn, frame, { item }), "ItemSelector");
  map.started += 1;
  turn.changed.add(frame.id);
  const child = addFrame(turn, { parent: frame.id, item, lastEvent: frame.lastEvent });
  record(turn, child, "MapIterationStarted", iteration("Started", frame, index));
  enter(turn, child, state.ItemProcessor.StartAt, input);
}
