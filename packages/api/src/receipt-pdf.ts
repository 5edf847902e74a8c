/** The only place that makes a PDF: a receipt, set in type that has every letter of the product's languages. Loaded when first asked for. */
/// <reference path="./pdfmake.d.ts" />
import type { Block } from "@multihelix/core/letter/template.ts";
import type { ReceiptDocument } from "@multihelix/core/view/receipt.ts";
import pdfmake from "pdfmake";
// Roboto, Apache-2.0, as pdfmake brings it: the fonts that every reader has lack the Welsh letters.
import fonts from "pdfmake/build/vfs_fonts.js";

for (const name of ["Roboto-Regular.ttf", "Roboto-Medium.ttf"])
  pdfmake.virtualfs.writeFileSync(name, Buffer.from(fonts[name] ?? "", "base64"));
pdfmake.setFonts({ Roboto: { normal: "Roboto-Regular.ttf", bold: "Roboto-Medium.ttf" } });
// Everything it shows is given to it: it never opens a file or an address.
pdfmake.setLocalAccessPolicy(() => false);
pdfmake.setUrlAccessPolicy(() => false);

/** A4, tagged with title, language and the moment of submission: the same receipt is the same document. */
export async function receiptPdf(receipt: ReceiptDocument, site: string): Promise<Uint8Array<ArrayBuffer>> {
  const { language, subject, body, park, reference, submittedAt } = receipt;
  const document = pdfmake.createPdf({
    pageSize: "A4",
    pageMargins: [64, 72, 64, 64],
    language,
    info: { title: subject, subject: reference, author: park, creationDate: new Date(submittedAt) },
    displayTitle: true,
    defaultStyle: { font: "Roboto", fontSize: 11, lineHeight: 1.35 },
    content: [
      { text: park, fontSize: 11, color: "#44525a" },
      { text: subject, fontSize: 20, bold: true, margin: [0, 4, 0, 20] },
      ...body.map((block) => set(block, site)),
    ],
  });
  return new Uint8Array(await document.getBuffer());
}

function set(block: Block, site: string): object {
  const margin = [0, 0, 0, 12];
  if (typeof block === "string") return { text: block, margin };
  if ("quote" in block) return { text: block.quote, italics: false, margin: [16, 0, 0, 12] };
  if ("points" in block) return { ul: [...block.points], margin };
  if ("link" in block) {
    const address = new URL(block.path, site).href;
    return { text: [`${block.link}: `, { text: address, link: address, color: "#0b4f5c" }], margin };
  }
  const rows = block.facts.map(([label, value]) => [
    { text: label, color: "#44525a" },
    // A hash has no place to break by itself.
    value.replaceAll(/[0-9a-f]{32}(?=[0-9a-f])/g, "$&\n"),
  ]);
  return { table: { widths: [150, "*"], body: rows }, layout: "lightHorizontalLines", margin: [0, 4, 0, 16] };
}
