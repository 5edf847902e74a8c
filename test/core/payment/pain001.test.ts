import { readFileSync } from "node:fs";
import { decimalText } from "@multihelix/core/kernel/amount-text.ts";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import { toInstant } from "@multihelix/core/kernel/instant.ts";
import { money } from "@multihelix/core/kernel/money.ts";
import { bankReference, bankText, isBankReference, isCarried } from "@multihelix/core/payment/bank-text.ts";
import { controlSum, pain001, type Transfer, type TransferFile } from "@multihelix/core/payment/pain001.ts";
import { describe, expect, test } from "vitest";
import { fc } from "../../fixture/fast-check.ts";
import { schemaComplaints, textsAt } from "../../fixture/xsd.ts";

const complaints = schemaComplaints("pain.001.001.09.xsd");

const debtor = {
  name: "LifeTechValley Limburg",
  address: { street: "Agoralaan", number: "1", postcode: "3590", town: "Diepenbeek", country: "BE" },
  account: {
    holder: "LifeTechValley Limburg",
    iban: "BE68539007547034",
    bic: "DEMOBEBB",
    currency: "EUR",
    country: "BE",
  },
};
const payee = {
  name: "Åkerström & Söner AB",
  address: { street: "Ideongatan", number: "3B", postcode: "223 70", town: "Lund", country: "SE" },
  account: { holder: "Åkerström & Söner AB", iban: "SE4550000000058398257466", currency: "SEK", country: "SE" },
};
const sepa = { kind: "sepa", charges: "SLEV" } as const;
const abroad = { kind: "pain001-cross-border", charges: "SHAR" } as const;

function aTransfer(change: Partial<Transfer> = {}): Transfer {
  return {
    endToEndId: "LIM-V26-7K3QX-1",
    amount: money(800_000, "EUR"),
    payee,
    remittance: "Voucher LIM-V26-7K3QX, invoice 2026-114",
    channel: sepa,
    executionDate: "2026-11-16",
    ...change,
  };
}
function aFile(transfers: readonly Transfer[], change: Partial<TransferFile> = {}): TransferFile {
  return {
    messageId: "bat-01K8Z3V5J0QW4R7T9Y2B6C8D1F",
    createdAt: toInstant("2026-11-12T09:30:00Z"),
    debtor,
    transfers,
    ...change,
  };
}
const refused = (code: string) => expect.objectContaining({ kind: "invalid", code }) as DomainError;

describe("the file is valid by the ISO 20022 schema", () => {
  test("the schema check itself accepts the reference file and refuses a broken one", () => {
    const reference = readFileSync(
      new URL("../../fixture/data/iso20022/pain.001.001.09.synthetic.xml", import.meta.url),
      "utf8",
    );
    expect(complaints(reference)).toEqual([]);
    expect(complaints(reference.replace("<PmtMtd>TRF</PmtMtd>", "")).length).toBe(1);
    expect(complaints(reference.replace("<NbOfTxs>3<", "<NbOfTxs>x<")).length).toBe(1);
  });

  test("one block per channel and day, each with its count and sum", () => {
    const xml = pain001(
      aFile([
        aTransfer({ endToEndId: "A-1", amount: money(10_000_055, "EUR") }),
        aTransfer({
          endToEndId: "A-2",
          amount: money(5_000_000, "EUR"),
          channel: abroad,
          payee: {
            ...payee,
            account: {
              holder: payee.name,
              other: "999-00001-1234567",
              bic: "DEMOCATT",
              currency: "CAD",
              country: "CA",
            },
          },
        }),
        aTransfer({ endToEndId: "A-3", amount: money(1, "EUR"), executionDate: "2026-11-17" }),
        aTransfer({ endToEndId: "A-4", amount: money(20, "EUR") }),
      ]),
    );
    expect(complaints(xml)).toEqual([]);
    expect(textsAt(xml, "//p:GrpHdr/p:NbOfTxs | //p:GrpHdr/p:CtrlSum")).toEqual(["4", "150000.76"]);
    expect(textsAt(xml, "//p:PmtInf/p:PmtInfId")).toEqual([1, 2, 3].map((n) => `bat-01K8Z3V5J0QW4R7T9Y2B6C8D1F-${n}`));
    expect(textsAt(xml, "//p:PmtInf/p:NbOfTxs")).toEqual(["2", "1", "1"]);
    expect(textsAt(xml, "//p:PmtInf/p:CtrlSum")).toEqual(["100000.75", "50000.00", "0.01"]);
    expect(textsAt(xml, "//p:PmtInf/p:ReqdExctnDt/p:Dt")).toEqual(["2026-11-16", "2026-11-16", "2026-11-17"]);
    expect(textsAt(xml, "//p:SvcLvl/p:Cd")).toEqual(["SEPA", "NURG", "SEPA"]);
    expect(textsAt(xml, "//p:PmtInf/p:ChrgBr")).toEqual(["SLEV", "SHAR", "SLEV"]);
    expect(textsAt(xml, "//p:EndToEndId")).toEqual(["A-1", "A-4", "A-2", "A-3"]);
    expect(textsAt(xml, "//p:CdtrAcct/p:Id/p:Othr/p:Id")).toEqual(["999-00001-1234567"]);
    expect(textsAt(xml, "//p:CdtrAgt//p:BICFI")).toEqual(["DEMOCATT"]);
    expect(textsAt(xml, "(//p:Cdtr/p:PstlAdr)[1]/*")).toEqual(["Ideongatan", "3B", "223 70", "Lund", "SE"]);
    expect(textsAt(xml, "(//p:Cdtr/p:Nm)[1]")).toEqual(["Akerstrom + Soner AB"]);
  });

  test("the same batch gives the same bytes", () => {
    expect(pain001(aFile([aTransfer()]))).toBe(pain001(aFile([aTransfer()])));
  });

  test("any names, amounts and remittances give a valid file whose sums are exact, or a named refusal", () => {
    const text = fc.string({ unit: "binary", maxLength: 200 });
    const words = fc.oneof(
      text,
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
      fc.constantFrom("<&>\"']]>", "Ŵyn Cymru Cyf", "日本", "a//b/"),
    );
    const mostlyCarried = fc.oneof(
      { weight: 19, arbitrary: words.map((one) => `A${one}`) },
      { weight: 1, arbitrary: words },
    );
    const order = fc.record({
      amount: fc.integer({ min: 1, max: 1e13 }),
      name: mostlyCarried,
      street: mostlyCarried,
      remittance: words,
      channel: fc.constantFrom(sepa, abroad),
    });
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 6 }), (orders) => {
        const transfers = orders.map(({ amount, name, street, remittance, channel }, index) =>
          aTransfer({
            endToEndId: `E-${index}`,
            amount: money(amount, "EUR"),
            remittance,
            channel,
            payee: { ...payee, name, address: { ...payee.address, street } },
          }),
        );
        if (!orders.every((one) => isCarried(one.name))) {
          expect(() => pain001(aFile(transfers))).toThrow(DomainError);
          return;
        }
        if (!orders.every((one) => isCarried(one.street))) {
          expect(() => pain001(aFile(transfers))).toThrow(refused("payment.bad-address"));
          return;
        }
        const xml = pain001(aFile(transfers));
        expect(complaints(xml)).toEqual([]);
        expect(textsAt(xml, "//p:InstdAmt").toSorted()).toEqual(
          orders.map((one) => decimalText(money(one.amount, "EUR"))).toSorted(),
        );
        const cents = orders.reduce((total, one) => total + BigInt(one.amount), 0n);
        const digits = String(cents).padStart(3, "0");
        expect(textsAt(xml, "//p:GrpHdr/p:CtrlSum")).toEqual([`${digits.slice(0, -2)}.${digits.slice(-2)}`]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("what a bank would reject is refused before the file is written", () => {
  test.each<[string, Partial<Transfer>, string]>([
    ["an amount of zero", { amount: money(0, "EUR") }, "payment.bad-amount"],
    ["a negative amount", { amount: money(-1, "EUR") }, "payment.bad-amount"],
    ["an id with an underscore", { endToEndId: "app_1" }, "payment.bad-reference"],
    ["an id of 36 characters", { endToEndId: "x".repeat(36) }, "payment.bad-reference"],
    ["a name without a letter", { payee: { ...payee, name: "日本" } }, "payment.unwritable-name"],
    [
      "an address without a town",
      { payee: { ...payee, address: { ...payee.address, town: " " } } },
      "payment.bad-address",
    ],
    [
      "a wrong IBAN",
      { payee: { ...payee, account: { ...payee.account, iban: "SE4550000000058398257467" } } },
      "payment.bad-account",
    ],
    ["a wrong BIC", { payee: { ...payee, account: { ...payee.account, bic: "x" } } }, "payment.bad-bic"],
    [
      "a transfer for another kind of file",
      { channel: { kind: "bacs-csv", charges: "SHAR" } },
      "payment.other-channel",
    ],
  ])("%s", (_, change, code) => {
    expect(() => pain001(aFile([aTransfer(change)]))).toThrow(refused(code));
  });

  test("an end-to-end id twice, no transfer at all, a message id that leaves no room", () => {
    expect(() => pain001(aFile([aTransfer(), aTransfer()]))).toThrow(refused("payment.doubled-reference"));
    expect(() => pain001(aFile([]))).toThrow(refused("payment.nothing-to-pay"));
    expect(() => pain001(aFile([aTransfer()], { messageId: "x".repeat(31) }))).toThrow(
      refused("payment.bad-reference"),
    );
  });
});

describe("texts for banks", () => {
  test.each([
    ["Crème brûlée & Cie", "Creme brulee + Cie"],
    ["Straße 5 – “Hof”", "Strasse 5 - 'Hof'"],
    ["a_b@c.d", "a-b(at)c.d"],
    ["Ŵyn\tŷ", "Wyn y"],
    ["//x//y/", "x/y"],
    ["100 % <ok>", "100 . .ok."],
  ])("%j becomes %j", (text, expected) => {
    expect(bankText(text, 70)).toBe(expected);
  });

  test("nothing but carried characters is left, never longer than allowed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.integer({ min: 1, max: 140 }), (text, longest) => {
        const written = bankText(text, longest);
        expect(written).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]*$/);
        expect(written.length).toBeLessThanOrEqual(longest);
        expect(written.includes("//")).toBe(false);
      }),
    );
  });

  test("a text is carried if a letter or digit is left in the shortest field", () => {
    expect(["Ŵyn", "3", "日本 3"].every(isCarried)).toBe(true);
    expect(["", " ", "日本", "///", `${"/ ".repeat(9)}a`].some(isCarried)).toBe(false);
  });

  test("ids of ours become references", () => {
    expect(bankReference("bat_01K8")).toBe("bat-01K8");
    expect(isBankReference("bat-01K8")).toBe(true);
    for (const id of ["", "a_b", "/a", "a/", "a//b", "a b", "é"]) expect(isBankReference(id), id).toBe(false);
  });

  test("the control sum adds figures across currencies, as the message wants", () => {
    expect(controlSum([money(15_000_055, "EUR"), money(3_750_000, "GBP")])).toBe("187500.55");
    expect(controlSum([money(100, "JPY"), money(1, "EUR")])).toBe("100.01");
  });
});
