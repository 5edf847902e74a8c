/** Who is asking on one machine: whoever connected, unless the operator says that this is a proxy and names the header. */

/**
 * @param proxyHeader the header in which the proxy in front writes the client's address; of several, the last is the one
 * that it added itself
 */
export function clientAddress(
  headers: Pick<Headers, "get">,
  socketAddress: string | undefined,
  proxyHeader: string | undefined,
): string {
  const told = proxyHeader === undefined ? undefined : headers.get(proxyHeader)?.split(",").at(-1)?.trim();
  return told === undefined || told === "" ? (socketAddress ?? "127.0.0.1") : told;
}
