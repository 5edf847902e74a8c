/** The only place that reads the house from disk for its rules: sources as syntax trees, package.json files as data. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { type Room, roomOf } from "./arrows.ts";

export interface Source {
  /** From the root of the house, with slashes. */
  readonly path: string;
  readonly room: Room;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

export interface Manifest {
  readonly path: string;
  readonly name: string;
  readonly dependencies: Record<string, string>;
}

export interface House {
  readonly sources: readonly Source[];
  readonly manifests: readonly Manifest[];
}

export type RuleName =
  | "arrow"
  | "by-name"
  | "declared"
  | "exact"
  | "traceable"
  | "bare"
  | "clock"
  | "chance"
  | "world"
  | "environment"
  | "float"
  | "length"
  | "noun"
  | "raw-review";

export interface Violation {
  readonly rule: RuleName;
  readonly path: string;
  readonly line: number;
  readonly says: string;
}

const CODE = /\.(ts|tsx|mts|mjs|js)$/;
const SKIPPED = new Set(["node_modules", "dist", "cdk.out", ".sst"]);
const TOP = ["packages", "stacks", "web", "test", "sst.config.ts"];

/** @param except a folder from the root that is not looked into. */
export function readHouse(root: string, except?: string): House {
  const paths = ["package.json", ...TOP.flatMap((top) => walk(root, top, except))];
  return {
    sources: paths
      .filter((path) => CODE.test(path))
      .flatMap((path) => sourceOf(path, readFileSync(join(root, path), "utf8"))),
    manifests: paths.filter((path) => path.endsWith("package.json")).map((path) => manifestOf(root, path)),
  };
}

/** None when the file is in no room. */
export function sourceOf(path: string, text: string): Source[] {
  const room = roomOf(path);
  if (!room) return [];
  return [{ path, room, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2024, true) }];
}

/** Every node of a tree, parents first; comments are none. */
export function nodesOf(tree: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

export function lineOf(source: Source, node: ts.Node): number {
  return source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

function walk(root: string, path: string, except?: string): string[] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found || SKIPPED.has(name) || path === except) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((inside) => walk(root, `${path}/${inside}`, except));
}

function manifestOf(root: string, path: string): Manifest {
  const { name, dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, path), "utf8"),
  );
  return { path, name, dependencies: { ...dependencies, ...devDependencies, ...optionalDependencies } };
}
