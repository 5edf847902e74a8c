// The only place that turns a translator's file into what the page loads; a text that cannot be read fails the build.
import { readFile } from "node:fs/promises";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import PO from "pofile";
import type { Plugin } from "vite";

export function poCatalogue(): Plugin {
  return {
    name: "po-catalogue",
    async load(id) {
      if (!id.endsWith(".po")) return null;
      const { items } = PO.parse(await readFile(id, "utf8"));
      const used = items.filter((item) => !item.obsolete);
      const messages = Object.fromEntries(
        used.map(({ msgid, msgstr }) => [msgid, compileMessageOrThrow(msgstr[0] || msgid)]),
      );
      // As a string that is parsed, which is quicker than as an object of code.
      return {
        code: `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(messages))});`,
        moduleType: "js",
      };
    },
  };
}
