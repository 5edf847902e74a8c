/** Who is asking: the CDN's word is believed only with the CDN's secret, else the address that connected counts. */
import { timingSafeEqual } from "node:crypto";

/** Set by the CDN's function from the connection it sees; a visitor's own header of that name is overwritten there. */
export const viewerHeader = "x-multihelix-viewer";
/** Set by the CDN on its way to the API; nobody else knows the word. */
export const cdnHeader = "x-multihelix-cdn";

export interface Asked {
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  requestContext: { http: { sourceIp: string } };
}

/** Address of the client of a request. */
export function clientAddress({ headers, requestContext }: Asked, cdnWord: string): string {
  const viewer = headers[viewerHeader];
  const trusted = viewer !== undefined && viewer !== "" && sameWord(headers[cdnHeader] ?? "", cdnWord);
  return trusted ? viewer : requestContext.http.sourceIp;
}

function sameWord(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
