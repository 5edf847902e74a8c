import { Age, ageClass } from "@multihelix/web/component/age.tsx";
import { BudgetBar } from "@multihelix/web/component/budget-bar.tsx";
import { Button } from "@multihelix/web/component/button.tsx";
import { DataTable } from "@multihelix/web/component/data-table.tsx";
import { DateTime } from "@multihelix/web/component/date-time.tsx";
import { FileLink } from "@multihelix/web/component/file-link.tsx";
import { KeyFacts } from "@multihelix/web/component/key-facts.tsx";
import { SumTable } from "@multihelix/web/component/sum-table.tsx";
import { TaskList } from "@multihelix/web/component/task-list.tsx";
import { Waiting } from "@multihelix/web/component/waiting.tsx";
import { describe, expect, it } from "vitest";
import { render } from "../fixture/render.tsx";

describe("a button", () => {
  it("that is not allowed stays focusable, does nothing and tells its reason", () => {
    const html = render(
      <Button notAllowed="You prepared this proposal, so another person releases it.">Release</Button>,
    );
    const [, why] = /aria-describedby="([^"]+)"/.exec(html) ?? [];
    expect(html).toContain('aria-disabled="true"');
    expect(html).not.toContain(" disabled");
    expect(html).toContain(`id="${why}">You prepared this proposal`);
  });

  it("that is busy keeps its label", () => {
    expect(render(<Button busy>Approve £88,400.00</Button>)).toMatch(/aria-busy="true".*Approve £88,400\.00/);
  });
});

describe("the age of a task", () => {
  it("turns at half of the time, at the last two working days and when it is over", () => {
    expect(ageClass({ elapsed: 0.4, workingDaysLeft: 6 })).toBe("a0");
    expect(ageClass({ elapsed: 0.6, workingDaysLeft: 4 })).toBe("a1");
    expect(ageClass({ elapsed: 0.7, workingDaysLeft: 2 })).toBe("a2");
    expect(ageClass({ elapsed: 1.2, workingDaysLeft: -1 })).toBe("a3");
  });

  it("always has words", () => {
    expect(render(<Age elapsed={0.5} workingDaysLeft={3} />)).toContain("3 d left");
    expect(render(<Age elapsed={1} workingDaysLeft={0} />)).toContain("due today");
    expect(render(<Age elapsed={2} workingDaysLeft={-2} />)).toContain("2 d over");
  });
});

describe("money in pictures and sums", () => {
  it("has a bar in ledger order with a text that says the same", () => {
    const html = render(
      <BudgetBar
        currency="EUR"
        segments={[
          { account: "available", amount: 8746000 },
          { account: "reserved", amount: 0 },
          { account: "disbursed", amount: 13451000 },
        ]}
      />,
    );
    expect(html).toContain('aria-label="€134,510.00 paid, €0.00 reserved, €87,460.00 available"');
    expect(html.match(/<i /g)).toHaveLength(2);
  });

  it("shows each step with its source, the result under a rule", () => {
    const html = render(
      <SumTable
        caption="Price"
        currency="EUR"
        lines={[
          { label: "Offer, net", amount: 2392454, source: "ECB, 30 Oct 2026" },
          { label: "Voucher pays 75%", amount: -1794341 },
          { label: "You pay", amount: 598113, kind: "total" },
        ]}
      />,
    );
    expect(html).toContain("−€17,943.41");
    expect(html).toMatch(/<tr class="tot">.*€5,981\.13/);
  });
});

describe("a table", () => {
  const rows = [
    { id: "b", amount: 20 },
    { id: "a", amount: 100 },
  ];
  const columns = [
    { id: "id", head: "Case", cell: (row: { id: string }) => row.id, sortBy: (row: { id: string }) => row.id },
    {
      id: "amount",
      head: "Asked",
      cell: (row: { amount: number }) => row.amount,
      sortBy: (row: { amount: number }) => row.amount,
      number: true,
    },
  ];

  it("names each row and labels each cell for phones", () => {
    const html = render(<DataTable caption="Cases" columns={columns} rows={rows} rowKey={(row) => row.id} />);
    expect(html).toContain('<th scope="row" class="m">b</th><td class="n" data-l="Asked">20</td>');
  });

  it("sorts numbers by size and says so", () => {
    const html = render(
      <DataTable
        caption="Cases"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        sort={{ id: "amount", desc: true }}
        onSort={() => undefined}
      />,
    );
    expect(html.indexOf(">100<")).toBeLessThan(html.indexOf(">20<"));
    expect(html).toContain('aria-sort="descending"');
  });
});

describe("what a case tells first", () => {
  it("leaves out who holds it where the reader may not know", () => {
    const html = render(<KeyFacts status={{ value: "In review" }} wanted={{ value: "Nothing now" }} />);
    expect(html).not.toContain("Who holds it");
    expect(html).toContain("Wanted from you");
  });

  it("shows sections with state in words, the locked one without a link", () => {
    const html = render(
      <TaskList
        title="Send"
        tasks={[{ id: "send", state: "blocked", title: "Check and send", hint: "Opens when all are completed" }]}
      />,
    );
    expect(html).toContain("Cannot start yet");
  });

  it("shows a moment with its zone", () => {
    expect(render(<DateTime at="2026-11-24T22:59:00.000Z" zone="Europe/Brussels" />)).toContain("23:59 CET");
  });

  it("never calls a file clean that nobody scanned, and never links a harmful one", () => {
    expect(render(<FileLink href="/api/files/1" name="offer.pdf" size={84_000} scan="not-scanned" />)).toContain(
      "Not scanned for viruses",
    );
    expect(render(<FileLink href="/api/files/1" name="offer.pdf" scan="infected" />)).not.toContain("href");
  });

  it("shows nothing in the first moment of waiting", () => {
    expect(render(<Waiting />)).toBe("");
  });
});
