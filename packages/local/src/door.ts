/** The product's one port on the loopback interface: taken first, answered from when everything behind it is there. */
import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { StartError } from "./start-error.ts";

type Fetch = Parameters<typeof serve>[0]["fetch"];

export interface Door {
  readonly port: number;
  /** From now on requests are answered by this; until then the API says 503 and pages are there, which ask again. */
  answer(fetch: Fetch): void;
  /** Take no new request, let those under way end, for at most two seconds. */
  close(): Promise<void>;
}

const patience = 2_000;

/** @param port 0: any free one. @param pages what is not of the API, from the first moment. @throws StartError when it is in use. */
export async function openDoor(port: number, pages: Fetch): Promise<Door> {
  let fetch: Fetch = (request, env) => (isApi(request) ? starting() : pages(request, env));
  const server = await listen((request, env) => fetch(request, env), port);
  return {
    port: (server.address() as AddressInfo).port,
    answer: (next) => {
      fetch = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        if ("closeIdleConnections" in server) server.closeIdleConnections();
        setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), patience).unref();
      }),
  };
}

function isApi({ url }: Request): boolean {
  const { pathname } = new URL(url);
  return pathname === "/api" || pathname.startsWith("/api/");
}

function starting(): Response {
  const problem = { status: 503, code: "system.starting", detail: "MultiHelix is starting." };
  return Response.json(problem, { status: 503, headers: { "Retry-After": "2" } });
}

function listen(fetch: Fetch, port: number): Promise<ServerType> {
  return new Promise((done, refuse) => {
    const server = serve({ fetch, port, hostname: "127.0.0.1" }, () => done(server));
    server.once("error", (error: NodeJS.ErrnoException) => {
      refuse(
        error.code === "EADDRINUSE"
          ? new StartError(`Port ${port} is in use. Stop what uses it, or choose another: npm start -- --port 8081.`)
          : error,
      );
    });
  });
}
