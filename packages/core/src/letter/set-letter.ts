/** The only place that turns a letter's blocks into the text and the HTML that are sent. */
import type { Language } from "../person/person.ts";
import { atSite } from "./site.ts";
import type { Block, Content } from "./template.ts";

export interface SetLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const greetings: Readonly<Record<Language, { named: (name: string) => string; plain: string }>> = {
  en: { named: (name) => `Dear ${name},`, plain: "Hello," },
  nl: { named: (name) => `Beste ${name},`, plain: "Dag," },
  fr: { named: (name) => `Bonjour ${name},`, plain: "Bonjour," },
  sv: { named: (name) => `Hej ${name},`, plain: "Hej," },
  cy: { named: (name) => `Annwyl ${name},`, plain: "Helo," },
};

/** French parts the colon from its word by a no-break space. */
const colons: Partial<Record<Language, string>> = { fr: "\u00a0: " };

/** @param from who writes: the park, or the network where no park does. */
export function setLetter(content: Content, language: Language, name: string, from: string): SetLetter {
  const greeting = name.trim() === "" ? greetings[language].plain : greetings[language].named(name.trim());
  // A mail header ends at a line break: what follows one would be read as another header.
  const subject = content.subject.replace(/\s+/g, " ").trim();
  return {
    subject,
    text: `${[greeting, ...content.body.map((block) => asText(block, colons[language] ?? ": ")), from].join("\n\n")}\n`,
    html: page(language, subject, [paragraph(greeting), ...content.body.map(asHtml), paragraph(from)].join("\n")),
  };
}

function asText(block: Block, colon: string): string {
  if (typeof block === "string") return block;
  if ("facts" in block) return block.facts.map(([label, value]) => `${label}${colon}${value}`).join("\n");
  if ("quote" in block) return block.quote.replace(/^/gm, "> ");
  if ("points" in block) return block.points.map((point) => `- ${point}`).join("\n");
  return `${block.link}${colon}${atSite(block.path)}`;
}

function asHtml(block: Block): string {
  if (typeof block === "string") return paragraph(block);
  if ("facts" in block) {
    const rows = block.facts.map(
      ([label, value]) =>
        `<tr><th scope="row" style="${cell};font-weight:normal;color:#555">${escapeHtml(label)}</th><td style="${cell}">${lines(value)}</td></tr>`,
    );
    return `<table style="border-collapse:collapse;margin:0 0 16px">${rows.join("")}</table>`;
  }
  if ("quote" in block) {
    return `<blockquote style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #ccc">${lines(block.quote)}</blockquote>`;
  }
  if ("points" in block) {
    return `<ul style="margin:0 0 16px;padding-left:20px">${block.points.map((point) => `<li>${lines(point)}</li>`).join("")}</ul>`;
  }
  return `<p style="${space}"><a href="${escapeHtml(atSite(block.path))}">${escapeHtml(block.link)}</a></p>`;
}

const space = "margin:0 0 16px";
const cell = "padding:2px 16px 2px 0;text-align:left;vertical-align:top";

function paragraph(text: string): string {
  return `<p style="${space}">${lines(text)}</p>`;
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\r?\n/g, "<br>");
}

function page(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="font:16px/1.5 Inter,system-ui,sans-serif;max-width:68ch;margin:24px auto;padding:0 16px">
${body}
</body></html>
`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that stands for itself in HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
