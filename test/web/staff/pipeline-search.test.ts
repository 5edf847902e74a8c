import { caseStatuses } from "@multihelix/core/application/case.ts";
import { addressOf } from "@multihelix/web/client.ts";
import { asked, boardColumns, searchSchema } from "@multihelix/web/route/manager/pipeline-search.ts";
import { describe, expect, it } from "vitest";

const fileOf = (search: Parameters<typeof asked>[0]) =>
  new URL(addressOf("/api/parks/limburg/tables/cases", {}, asked(search)), "https://grants.example");

describe("the pipeline", () => {
  it("has one column of the board for every status but the draft, which parks do not see", () => {
    const shown = boardColumns.flatMap(({ statuses }) => statuses);
    expect(shown.toSorted()).toEqual(caseStatuses.filter((status) => status !== "draft").toSorted());
  });

  it("keeps its filters in the address and asks for the file with exactly those", () => {
    const search = searchSchema.parse({ view: "overdue", search: "enzyme & co", providerPark: "lund", as: "table" });
    const address = fileOf(search);
    expect(address.pathname).toBe("/api/parks/limburg/tables/cases");
    expect(Object.fromEntries(address.searchParams)).toEqual({
      view: "overdue",
      search: "enzyme & co",
      providerPark: "lund",
      sort: "due",
      descending: "false",
    });
  });

  it("shows what is open unless ended cases are wanted too", () => {
    const viewOf = (search: object) => fileOf(searchSchema.parse(search)).searchParams.get("view");
    expect(viewOf({})).toBe("open");
    expect(viewOf({ view: "all" })).toBeNull();
  });

  it("takes nothing from an address that it does not know", () => {
    expect(searchSchema.safeParse({ view: "everything" }).success).toBe(false);
  });
});
