/** The only place that says which room may import from which: the arrows of the house. Nothing points up. */

export type Room =
  | "core"
  | "adapters"
  | "api"
  | "workflow"
  | "engine"
  | "functions"
  | "local"
  | "stacks"
  | "web"
  | "test";

export interface Arrow {
  readonly to: Room;
  /** Only `import type`: nothing of the other room may be in the bundle. */
  readonly typesOnly?: true;
  /** Only modules whose path inside the other room matches. */
  readonly only?: RegExp;
}

export const arrows: Record<Room, readonly Arrow[]> = {
  core: [],
  engine: [],
  adapters: [{ to: "core" }],
  api: [{ to: "core" }],
  workflow: [{ to: "core" }],
  functions: [{ to: "api" }, { to: "workflow" }, { to: "adapters" }, { to: "core" }],
  local: [{ to: "api" }, { to: "workflow" }, { to: "adapters" }, { to: "engine" }, { to: "core" }],
  // Workflow definitions as data; handlers are paths in strings. Never adapters, never verbs.
  stacks: [{ to: "workflow", only: /^(.+\/)?(definition|asl)\.ts$/ }],
  web: [{ to: "core" }, { to: "api", typesOnly: true }],
  test: (["core", "engine", "adapters", "api", "workflow", "functions", "local", "stacks", "web"] as const).map(
    (to) => ({ to }),
  ),
};

/** The room that a file belongs to, by its path from the root; undefined for files outside of every room. */
export function roomOf(path: string): Room | undefined {
  const [first, second] = path.split("/");
  if (first === "packages" && second !== undefined && second in arrows) return second as Room;
  if (first === "sst.config.ts") return "stacks";
  return first === "stacks" || first === "web" || first === "test" ? first : undefined;
}

/** Folder of a room, from the root. */
export function folderOf(room: Room): string {
  return room === "stacks" || room === "web" || room === "test" ? room : `packages/${room}`;
}
