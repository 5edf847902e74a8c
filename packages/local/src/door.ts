/** The product's one port on the loopback interface: taken first, answered from when everything behind it is there. */
import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { StartError } from "./start-error.ts";

type Fetch = Parameters<typeof serve>[0]["fetch"];

export interface Door {
  readonly port: number;
  /** From now on requests are answered by this; until then with 503. */
  answer(fetch: Fetch): void;
  /** Take no new request, let those under way end, for at most two seconds. */
  close(): Promise<void>;
}

const patience = 2_000;

/** @param port 0: any free one. @throws StartError when it is in use. */
export async function openDoor(port: number): Promise<Door> {
  let fetch: Fetch = starting;
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

function starting(request: Request): Response {
  const detail = "MultiHelix is starting.";
  const init = { status: 503, headers: { "Retry-After": "2" } };
  const isApi = new URL(request.url).pathname.startsWith("/api/");
  return isApi ? Response.json({ status: 503, code: "system.starting", detail }, init) : new Response(detail, init);
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
