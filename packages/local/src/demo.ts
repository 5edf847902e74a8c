/** Demonstration mode of one machine: personas that sign in with a click, and the mail they would have got. */
import { publicRoute } from "@multihelix/api/route.ts";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import type { PersonId } from "@multihelix/core/kernel/id.ts";
import { newSession } from "@multihelix/core/sign-in/session-life.ts";
import * as z from "zod";
import type { Inbox } from "./inbox.ts";

export interface Persona {
  /** Short name in the bar and in scripts: `limburg-manager`. */
  persona: string;
  personId: PersonId;
  name: string;
  /** What they are, in a few words. */
  part: string;
}

const personaSchema = z.object({ persona: z.string(), name: z.string(), part: z.string() });
const mailSchema = z.object({
  id: z.string(),
  at: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});

/** Routes that exist only in demonstration mode, which only this composition root can switch on. */
export function demoRoutes(personas: readonly Persona[], inbox: Inbox) {
  const tag = "demonstration";
  return [
    publicRoute({
      method: "get",
      path: "/api/demo/personas",
      summary: "Who can be tried out",
      tag,
      result: z.object({ personas: z.array(personaSchema) }),
      handle: async () => ({
        body: { personas: personas.map(({ persona, name, part }) => ({ persona, name, part })) },
      }),
    }),
    publicRoute({
      method: "post",
      path: "/api/demo/session",
      summary: "Sign in as a persona",
      tag,
      keyless: true,
      originless: true,
      body: z.object({ persona: z.string() }),
      result: z.object({ name: z.string() }),
      handle: async ({ deps, body, agent }) => {
        const persona = personas.find((one) => one.persona === body.persona);
        if (persona === undefined)
          throw new DomainError("not_found", "demo.no-such-persona", { persona: body.persona });
        const session = newSession(deps, persona.personId, "demo", { agent });
        const outcome = await deps.store.commit(session.changes);
        if (!outcome.ok) throw new DomainError("unavailable", "perform.contention");
        return { body: { name: persona.name }, session: session.token };
      },
    }),
    publicRoute({
      method: "get",
      path: "/api/demo/inbox",
      summary: "Mail that was sent, newest first",
      tag,
      query: z.object({ to: z.string().optional() }),
      result: z.object({ mails: z.array(mailSchema) }),
      handle: async ({ query }) => {
        const all = inbox.all().filter((mail) => query.to === undefined || mail.to === query.to);
        return { body: { mails: all.reverse().slice(0, 200) } };
      },
    }),
  ] as const;
}
