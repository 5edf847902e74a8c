/** Holds every answer that a test gets against the API's own OpenAPI document: status, content type, shape. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Reply } from "./caller.ts";

type Json = Record<string, unknown>;
interface Operation {
  responses: Record<string, { content?: Record<string, { schema?: unknown }> }>;
}
export interface ApiDocument extends Json {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

export interface DocumentCheck {
  readonly document: ApiDocument;
  look(method: string, path: string, reply: Reply): void;
  /** What was answered outside the document so far. */
  readonly strays: readonly string[];
}

export function checkAgainst(document: ApiDocument): DocumentCheck {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: "api", ...document });
  const strays: string[] = [];
  const paths = Object.keys(document.paths).map((path) => ({
    path,
    matches: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`),
  }));
  const known = new Map<string, ValidateFunction | undefined>();
  const shapeOf = (path: string, method: string, status: number, type: string) => {
    const id = [path, method, status, type].join(" ");
    if (!known.has(id)) {
      const there = document.paths[path]?.[method]?.responses[String(status)]?.content?.[type]?.schema;
      const at = ["paths", path, method, "responses", String(status), "content", type, "schema"];
      known.set(id, there === undefined ? undefined : ajv.getSchema(`api#/${at.map(escaped).join("/")}`));
    }
    return known.get(id);
  };
  return {
    document,
    strays,
    look(method, address, { status, headers, body }) {
      const plain = address.split("?")[0] ?? "";
      const verb = method === "HEAD" ? "get" : method.toLowerCase();
      const found = paths
        .filter(({ matches }) => matches.test(plain))
        .sort((a, b) => a.path.split("{").length - b.path.split("{").length)
        .find(({ path }) => document.paths[path]?.[verb] !== undefined);
      const operation = found && document.paths[found.path]?.[verb];
      if (found === undefined || operation === undefined) return;
      const answer = `${method} ${found.path} → ${status}`;
      const documented = operation.responses[String(status)];
      if (documented === undefined) strays.push(`${answer} is not documented`);
      else if (status !== 304 && method !== "HEAD") {
        const type = (headers.get("content-type") ?? "").split(";")[0] ?? "";
        if (documented.content?.[type] === undefined) strays.push(`${answer} as ${type} is not documented`);
        else if (body !== undefined) {
          const shape = shapeOf(found.path, verb, status, type);
          if (shape !== undefined && !shape(body))
            strays.push(`${answer}: ${ajv.errorsText(shape.errors, { dataVar: "answer" })}`);
        }
      }
    },
  };
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}
