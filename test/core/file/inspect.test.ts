import { createInspector } from "@multihelix/adapters/system/inspector.ts";
import { dispositionOf, type FileKind, kindOfName } from "@multihelix/core/file/file-name.ts";
import { refusalOf } from "@multihelix/core/file/inspect.ts";
import { describe, expect, test } from "vitest";
import { fc } from "../../fixture/fast-check.ts";
import { refused } from "../../fixture/refusal.ts";
import { aDocx, aZip, eicar } from "../../fixture/zip.ts";

const { inflate } = createInspector();
const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const looked = (content: Uint8Array | string, kind: FileKind) =>
  refusalOf(typeof content === "string" ? bytes(content) : content, kind, inflate);

describe("what is in a file decides, not its name (S9)", () => {
  test("honest files of every kind are taken", () => {
    expect(looked("%PDF-1.7\n%\xe2\xe3", "pdf")).toBeUndefined();
    expect(looked("\x89PNG\r\n\x1a\n", "png")).toBeUndefined();
    expect(looked("\xff\xd8\xff\xe0", "jpeg")).toBeUndefined();
    expect(looked(new Uint8Array(Buffer.from("Mätning;3,2\r\nPrøve;4")), "csv")).toBeUndefined();
    expect(looked(aDocx(), "docx")).toBeUndefined();
    expect(
      looked(
        aZip([
          { name: "[Content_Types].xml", content: "" },
          { name: "xl/workbook.xml", content: "" },
        ]),
        "xlsx",
      ),
    ).toBeUndefined();
    expect(
      looked(aZip([{ name: "mimetype", content: "application/vnd.oasis.opendocument.text" }]), "odt"),
    ).toBeUndefined();
  });

  test("a page that calls itself a PDF is refused, be it 20 MB long", () => {
    expect(looked("<!doctype html><script>alert(1)</script>", "pdf")).toBe("other-type");
    expect(looked(new Uint8Array(20 * 1024 * 1024).fill(60), "pdf")).toBe("other-type");
    expect(looked(new Uint8Array(20 * 1024 * 1024 + 1).fill(60), "pdf")).toBe("too-large");
  });

  test("one office kind does not pass for another, nor a zip for any", () => {
    expect(looked(aDocx(), "xlsx")).toBe("other-type");
    expect(looked(aZip([{ name: "a.txt", content: "a" }]), "docx")).toBe("other-type");
    expect(looked("PK\x03\x04 and nothing", "docx")).toBe("broken");
    expect(looked("binary \x00", "txt")).toBe("other-type");
    expect(looked("half \xc3", "txt")).toBe("other-type");
    expect(looked("", "txt")).toBe("empty");
  });

  test("the test file of scanners is refused, also when it is packed", () => {
    expect(looked(eicar, "txt")).toBe("harmful");
    expect(looked(`%PDF-1.7 ${eicar}`, "pdf")).toBe("harmful");
    expect(looked(aDocx([{ name: "word/media/a.bin", content: eicar }]), "docx")).toBe("harmful");
  });

  test("a zip bomb is refused whatever its directory claims, and so is a program", () => {
    const bomb = { name: "word/media/a.bmp", content: new Uint8Array(30 * 1024 * 1024) };
    expect(looked(aDocx([bomb]), "docx")).toBe("expands");
    expect(looked(aDocx([{ ...bomb, claims: 10 }]), "docx")).toBe("expands");
    const many = Array.from({ length: 2_100 }, (_, at) => ({ name: `word/${at}`, content: "" }));
    expect(looked(aDocx(many), "docx")).toBe("expands");
    expect(looked(aDocx([{ name: "word/vbaProject.bin", content: "x" }]), "docx")).toBe("macros");
  });

  test("any bytes at all are answered, never with a fault", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(), (noise, cut) => {
        const torn = Uint8Array.from(aDocx());
        torn.set(
          noise.subarray(0, torn.length),
          cut % torn.length < torn.length - noise.length ? cut % torn.length : 0,
        );
        for (const kind of ["docx", "odt", "txt", "pdf"] as const) {
          refusalOf(noise, kind, inflate);
          refusalOf(torn.subarray(0, cut % (torn.length + 1)), kind, inflate);
          refusalOf(torn, kind, inflate);
        }
      }),
    );
  });
});

describe("names of files (S9)", () => {
  test.each(["../../etc/passwd.pdf", "a..pdf", "a/b.pdf", "a\\b.pdf", "a\u0000.pdf", "a\r\nb.pdf", "con.pdf"])(
    "%j is refused",
    (name) => {
      expect(refused(() => kindOfName(name))).toBe("invalid file.name-unsafe");
    },
  );

  test("a name that is turned around by a format character is refused", () => {
    expect(refused(() => kindOfName("invoice\u202efdp.exe.pdf"))).toBe("invalid file.name-unsafe");
  });

  test("a kind that is not taken is named with those that are", () => {
    for (const name of ["page.html", "run.exe", "picture.svg", "noending", "archive.zip", "form.docm"])
      expect(refused(() => kindOfName(name))).toBe("invalid file.kind-unknown");
    expect(kindOfName("Offre été 2026.PDF")).toBe("pdf");
  });

  test("a name cannot break out of the header that carries it (S10)", () => {
    expect(dispositionOf('a"; é.pdf')).toBe(
      "attachment; filename=\"a__ e_.pdf\"; filename*=UTF-8''a%22%3B%20%C3%A9.pdf",
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), (text) => {
        const name = `${text.toWellFormed()}.pdf`;
        expect(dispositionOf(name)).toMatch(/^attachment; filename="[\w.() -]*"; filename\*=UTF-8''[\w.~%!-]*$/);
      }),
    );
  });
});
