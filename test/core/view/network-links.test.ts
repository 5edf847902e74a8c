import { linksOf } from "@multihelix/core/view/network-links.ts";
import { pictureOf } from "@multihelix/web/route/public/network-geometry.ts";
import { expect, test } from "vitest";

const row = (parkId: string, providerPark: string | undefined, status = "in-use") =>
  ({ parkId, providerPark, status }) as Parameters<typeof linksOf>[0][number];

test("vouchers are counted from the paying park to the provider's, largest first; drafts and decisions are not", () => {
  const rows = [
    row("limburg", "lund"),
    row("limburg", "lund", "redeemed"),
    row("wales", "lund", "issued"),
    row("limburg", undefined),
    ...["draft", "screening", "deciding", "approving", "approved", "rejected", "lapsed", "conditional"].map((status) =>
      row("lund", "wales", status),
    ),
  ];
  expect(linksOf(rows)).toEqual({
    links: [
      { from: "limburg", to: "lund", vouchers: 2 },
      { from: "wales", to: "lund", vouchers: 1 },
    ],
    vouchers: 3,
  });
});

test("that a voucher is suspended, its claim refused or its questions answered moves no public figure", () => {
  for (const status of ["suspended", "claim-refused", "disputed", "paying", "redeemed", "closed"])
    expect([status, linksOf([row("limburg", "lund", status)]).vouchers]).toEqual([status, 1]);
});

test("strands lie side by side at their parks, as thick as their share", () => {
  const links = linksOf([
    row("limburg", "lund"),
    row("limburg", "lund"),
    row("limburg", "wales"),
    row("wales", "lund"),
  ]);
  const picture = pictureOf(links, ["limburg", "wales", "lund"]);
  expect(picture.left.map(({ parkId, vouchers }) => [parkId, vouchers])).toEqual([
    ["limburg", 3],
    ["wales", 1],
  ]);
  expect(picture.right.map(({ parkId }) => parkId)).toEqual(["wales", "lund"]);
  const [thin, thick] = picture.strands;
  expect((thick?.thick ?? 0) / (thin?.thick ?? 1)).toBe(2);
  expect(picture.height).toBeGreaterThan(190);
});
