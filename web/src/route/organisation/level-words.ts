/** What a member may do, in words. */
import type { I18n } from "@lingui/core";
import type { Level } from "./organisation-query.ts";

interface Words {
  readonly name: string;
  readonly may: string;
}

export function levelWords(i18n: I18n): Readonly<Record<Level, Words>> {
  return {
    owner: { name: i18n._("Owner"), may: i18n._("Everything, and who belongs to it") },
    editor: { name: i18n._("Editor"), may: i18n._("Writes and sends applications, answers for them") },
    finance: { name: i18n._("Finance"), may: i18n._("Files claims, proposes another bank account; reads the rest") },
    viewer: { name: i18n._("Viewer"), may: i18n._("Reads") },
  };
}
