/** The only place where letters learn the address of the installation: it is known when they are sent, not when they are written. */
import type { Mailer } from "../port/mailer.ts";

/** Stands for the installation's origin in stored letters. A host below `.invalid` (RFC 2606) belongs to nobody. */
const nowhere = "https://multihelix.invalid";

/** The address of a page, as a letter stores it. */
export function atSite(path: string): string {
  return `${nowhere}${path}`;
}

/** A stored text with the true origin (`https://grants.example`), or with relative addresses for `""`. */
export function withSite(text: string, origin: string): string {
  return text.replaceAll(nowhere, origin);
}

/** A mailer whose letters point to this installation. `origin` is asked at each mail: a port may be known late. */
export function mailerAt(origin: () => string, mailer: Mailer): Mailer {
  return {
    send(mail) {
      const site = origin();
      return mailer.send({ ...mail, text: withSite(mail.text, site), html: withSite(mail.html, site) });
    },
  };
}
