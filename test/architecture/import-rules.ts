/** The rules about what imports what: arrows between rooms, declared dependencies, the bare files of set-up. */
import { builtinModules } from "node:module";
import { posix } from "node:path";
import ts from "typescript";
import { arrows, folderOf, type Room, roomOf } from "./arrows.ts";
import { type House, lineOf, type Manifest, nodesOf, type RuleName, type Source, type Violation } from "./house.ts";

const SCOPE = "@multihelix/";
/** Run before anything is installed, by whatever Node is on the machine. */
const BARE = /^(packages\/local\/bin\/.*|test\/(setup|run|tally))\.mjs$/;

interface Import {
  readonly node: ts.Node;
  /** Undefined when it is computed at run time. */
  readonly from: string | undefined;
  readonly typeOnly: boolean;
}

export function checkImports(house: House): Violation[] {
  return house.sources.flatMap((source) =>
    importsOf(source).flatMap((found) => {
      const broken = judge(found, source, house.manifests);
      return broken ? [{ ...broken, path: source.path, line: lineOf(source, found.node) }] : [];
    }),
  );
}

function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, from: ts.Node | undefined, typeOnly: boolean) =>
    found.push({ node, from: from && ts.isStringLiteralLike(from) ? from.text : undefined, typeOnly });
  for (const node of nodesOf(source.tree)) {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node))
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    else if (ts.isExternalModuleReference(node)) add(node, node.expression, false);
    else if (ts.isCallExpression(node) && isImportCall(node)) add(node, node.arguments[0], false);
  }
  return found;
}

function isImportCall({ expression }: ts.CallExpression): boolean {
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === "require")
  );
}

type Broken = { rule: RuleName; says: string } | undefined;

function judge({ from, typeOnly }: Import, source: Source, manifests: readonly Manifest[]): Broken {
  const { room } = source;
  if (from === undefined) {
    return room === "test"
      ? undefined
      : { rule: "traceable", says: "an import whose module is computed cannot be checked" };
  }
  if (from.startsWith(".")) return judgeRelative(from, source);
  const name = packageOf(from);
  if (BARE.test(source.path) && !isBuiltin(from)) {
    return { rule: "bare", says: `${name} is not there yet when this file runs` };
  }
  if (isBuiltin(from)) {
    return room === "core" ? { rule: "world", says: `core is pure: ${from} belongs behind a port` } : undefined;
  }
  if (name.startsWith(SCOPE)) {
    const broken = judgeArrow(room, from.slice(SCOPE.length), typeOnly);
    if (broken) return broken;
  }
  return judgeDeclared(name, typeOnly, room, manifests);
}

function judgeRelative(from: string, { room, path }: Source): Broken {
  const target = posix.join(posix.dirname(path), from);
  const inside = target.startsWith(`${folderOf(room)}/`);
  if (inside || room === "test") return undefined;
  const other = roomOf(target);
  return other && arrows[room].every(({ to }) => to !== other)
    ? { rule: "arrow", says: `${room} may not import from ${other}` }
    : { rule: "by-name", says: `another package is imported by its name, not by the path ${from}` };
}

function judgeArrow(room: Room, target: string, typeOnly: boolean): Broken {
  const [to = "", ...rest] = target.split("/");
  if (to === room) return undefined;
  const arrow = arrows[room].find((candidate) => candidate.to === to);
  if (!arrow) return { rule: "arrow", says: `${room} may not import from ${to}` };
  if (arrow.typesOnly && !typeOnly) return { rule: "arrow", says: `${room} may import only types from ${to}` };
  const path = rest.join("/");
  if (arrow.only && !arrow.only.test(path)) return { rule: "arrow", says: `${room} may not import ${path} from ${to}` };
  return undefined;
}

function judgeDeclared(name: string, typeOnly: boolean, room: Room, manifests: readonly Manifest[]): Broken {
  const own = `${folderOf(room)}/package.json`;
  const root = manifests.filter(({ path }) => path === "package.json");
  // Tests use what any package declares; stacks have no package.json of their own and see all workspaces.
  const where = room === "test" ? manifests : room === "stacks" ? root : manifests.filter(({ path }) => path === own);
  const declared =
    declares(where, name) ||
    (typeOnly && declares([...where, ...root], `@types/${name.replace("@", "").replace("/", "__")}`)) ||
    ((room === "test" || room === "stacks") && manifests.some((manifest) => manifest.name === name));
  return declared ? undefined : { rule: "declared", says: `${name} is not declared in ${where[0]?.path ?? own}` };
}

function declares(manifests: readonly Manifest[], name: string): boolean {
  return manifests.some(({ dependencies }) => name in dependencies);
}

function packageOf(from: string): string {
  const parts = from.split("/");
  return from.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? from);
}

function isBuiltin(from: string): boolean {
  return from.startsWith("node:") || builtinModules.includes(from);
}
