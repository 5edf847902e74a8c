import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { requirements } from "@multihelix/core/eligibility/list.ts";
import { ApiProblem } from "@multihelix/web/problem.ts";
import { FundingTable } from "@multihelix/web/route/case/funding-card.tsx";
import { HeadroomCard } from "@multihelix/web/route/case/headroom-card.tsx";
import { useRequirementWords } from "@multihelix/web/route/case/requirement-words.ts";
import { useRefusal } from "@multihelix/web/route/case/use-refusal.ts";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { render } from "../../fixture/render.tsx";

const money = (amount: number) => ({ amount, currency: "EUR" });

/** What a requirement says of itself, as text. */
function Words({
  requirement,
  code,
  facts = {},
}: {
  requirement: string;
  code?: string;
  facts?: Record<string, unknown>;
}) {
  const { title, reason, seen } = useRequirementWords()(
    code === undefined ? { requirement, ok: true, facts } : { requirement, ok: false, code, facts },
  );
  return [title, reason, seen].filter(Boolean).join(" | ");
}

function Refusal({ problem }: { problem: ApiProblem }) {
  return useRefusal()(problem)?.message;
}

describe("requirements", () => {
  it("each have a title", () => {
    const untitled = requirements.filter(({ id }) => render(<Words requirement={id} />) === id);
    expect(untitled).toEqual([]);
  });

  it("each have words for every reason that they fail for", () => {
    const folder = fileURLToPath(new URL("../../../../packages/core/src/eligibility/", import.meta.url));
    const source = globSync("*.ts", { cwd: folder })
      .map((file) => readFileSync(folder + file, "utf8"))
      .join("\n");
    const codes = [...source.matchAll(/"([a-z-]+\.[a-z-]+)"/g)].map(([, code = ""]) => code);
    const spoken = (code: string) => !render(<Words requirement="size" code={code} />).includes(code);
    expect(codes.length).toBeGreaterThan(30);
    expect([...new Set(codes)].filter((code) => !spoken(code))).toEqual([]);
  });

  it("say the amounts that were looked at", () => {
    const facts = { requested: money(946_176), maximum: money(1_000_000), minimum: money(1_000_000) };
    expect(render(<Words requirement="price-within-limits" facts={facts} />)).toContain(
      "€9,461.76 of at most €10,000.00",
    );
    expect(render(<Words requirement="price-within-limits" code="price.below-minimum" facts={facts} />)).toContain(
      "The voucher would be €9,461.76, less than the least of this call, €10,000.00.",
    );
  });
});

describe("a refusal", () => {
  it("names each line of an invoice that is wrong, and why", () => {
    const problems = [
      { line: 1, reason: "dated-in-future" },
      { line: 2, reason: "number-used" },
    ];
    const html = render(<Refusal problem={new ApiProblem(409, "claim.invoice-used", "x", { facts: { problems } })} />);
    expect(html).toBe("Line 1: the date is in the future. Line 2: the invoice number was claimed before.");
  });

  it("without words of our own keeps the API's", () => {
    expect(render(<Refusal problem={new ApiProblem(409, "new.reason", "As the API says.")} />)).toBe(
      "As the API says.",
    );
  });
});

describe("arithmetic", () => {
  const funding = {
    price: money(2_500_000),
    intensity: 80,
    byIntensity: money(2_000_000),
    maximum: money(1_000_000),
    requested: money(1_000_000),
    own: money(1_500_000),
    capped: true,
  };

  it("of a price says when the limit of the call binds", () => {
    const html = render(<FundingTable funding={funding} offer={undefined} />);
    expect(html).toContain("Voucher pays its limit");
    expect(html).toContain("80% would be €20,000.00; the limit of the call is €10,000.00");
    expect(html).toContain("€15,000.00");
  });

  it("of aid calls an open application asked, never reserved", () => {
    const headroom = {
      basis: "eu-de-minimis",
      jurisdiction: "BE",
      state: "assessed" as const,
      currency: "EUR",
      ceiling: 30_000_000,
      counted: 14_200_000,
      room: 15_800_000,
      asked: 1_000_000,
      lines: [{ kind: "reserved" as const, day: "2026-11-01", amount: 14_200_000, parkId: "limburg" }],
      fits: true,
    };
    const html = render(
      <QueryClientProvider client={new QueryClient()}>
        <HeadroomCard headroom={headroom} />
      </QueryClientProvider>,
    );
    expect(html).toContain("Asked in an open application");
    expect(html).not.toMatch(/reserved/i);
    expect(html).toContain("€148,000.00");
  });
});
