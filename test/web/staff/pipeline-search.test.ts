import { caseStatuses } from "@multihelix/core/application/case.ts";
import { boardColumns, csvAddress, searchSchema } from "@multihelix/web/route/manager/pipeline-search.ts";
import { describe, expect, it } from "vitest";

describe("the pipeline", () => {
  it("has one column of the board for every status but the draft, which parks do not see", () => {
    const shown = boardColumns.flatMap(({ statuses }) => statuses);
    expect(shown.toSorted()).toEqual(caseStatuses.filter((status) => status !== "draft").toSorted());
  });

  it("keeps its filters in the address and asks for the file with exactly those", () => {
    const search = searchSchema.parse({ view: "overdue", search: "enzyme & co", providerPark: "lund", as: "table" });
    const address = new URL(csvAddress("limburg", search), "https://grants.example");
    expect(address.pathname).toBe("/api/parks/limburg/cases.csv");
    expect(Object.fromEntries(address.searchParams)).toEqual({
      view: "overdue",
      search: "enzyme & co",
      providerPark: "lund",
      sort: "due",
      descending: "false",
    });
  });

  it("shows what is open unless ended cases are wanted too", () => {
    const viewOf = (search: object) =>
      new URL(csvAddress("limburg", searchSchema.parse(search)), "https://grants.example").searchParams.get("view");
    expect(viewOf({})).toBe("open");
    expect(viewOf({ view: "all" })).toBeNull();
  });

  it("takes nothing from an address that it does not know", () => {
    expect(searchSchema.safeParse({ view: "everything" }).success).toBe(false);
  });
});
