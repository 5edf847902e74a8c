import { routes } from "@multihelix/api/route/list.ts";
import { typeText } from "@multihelix/api/type-text.ts";
import { describe, expect, test } from "vitest";
import { openApi } from "./open-api.ts";

describe("the reference at /api/docs", () => {
  test("names every route with what it takes and gives, without script", async () => {
    const api = await openApi();
    const { status, text, headers } = await api.visitor().get("/api/docs");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'self';/);
    for (const { path, summary } of routes) {
      expect(text).toContain(`<code>${path}</code>`);
      expect(text).toContain(summary.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;"));
    }
    expect(text).not.toMatch(/<script|undefined|\[object/);
    expect((await api.visitor().get("/api/docs.css")).text).toContain("color-scheme");
  });

  test("writes a schema as the type a programmer would write", () => {
    const schema = {
      type: "object",
      required: ["id"],
      properties: {
        id: { type: "string" },
        state: { enum: ["open", "closed"] },
        lines: { type: "array", items: { type: "object", properties: { net: { type: "integer" } } } },
        sums: { type: "object", additionalProperties: { anyOf: [{ type: "integer" }, { type: "null" }] } },
      },
    };
    expect(typeText(schema)).toBe(
      [
        "{",
        "  id: string;",
        '  state?: "open" | "closed";',
        "  lines?: {",
        "    net?: integer;",
        "  }[];",
        "  sums?: Record<string, integer | null>;",
        "}",
      ].join("\n"),
    );
  });
});
