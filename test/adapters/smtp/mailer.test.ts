/** The mailer port on SMTP, against a real connection: what arrives, what is refused for good, and what is tried again. */
import { createSmtpMailer, recordOnlyMailer } from "@multihelix/adapters/smtp/mailer.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type SmtpServer, startSmtpServer } from "../../fixture/smtp-server.ts";

const from = "MultiHelix <no-reply@grants.example>";
const mail = {
  id: "let_01K8Z3V5J0QW4R7T9Y2B6C8D1F",
  stream: "app_1",
  to: "anna@example.org",
  subject: "Received",
  text: "We have received it.",
  html: "<p>We have received it.</p>",
};

let server: SmtpServer;
beforeEach(async () => {
  server = await startSmtpServer();
});
afterEach(() => server.stop());

const send = (given: Partial<typeof mail> = {}) =>
  createSmtpMailer({ url: server.url, from }).send({ ...mail, ...given });

describe("a mail", () => {
  test("arrives as text and HTML, with the letter's id as its Message-ID", async () => {
    expect(await send()).toEqual({ kind: "accepted", messageId: `<${mail.id}@multihelix>` });
    const [message = ""] = server.taken;
    expect(message).toContain(`Message-ID: <${mail.id}@multihelix>`);
    expect(message).toContain("From: MultiHelix <no-reply@grants.example>");
    expect(message).toContain("To: anna@example.org");
    expect(message).toContain("We have received it.");
    expect(message).toContain("<p>We have received it.</p>");
  });

  test("sent again has the same Message-ID, so that the reader's server can see the double", async () => {
    await send();
    await send();
    const ids = server.taken.map((message) => /^Message-ID: (.*)$/im.exec(message)?.[1]);
    expect(ids).toEqual([`<${mail.id}@multihelix>`, `<${mail.id}@multihelix>`]);
  });

  test("cannot be given a header by its subject or its address", async () => {
    await send({ subject: "Hello\r\nBcc: eve@example.org\r\n\r\nBody of Eve" });
    await send({ to: "anna@example.org\r\nBcc: eve@example.org" }).catch(() => undefined);
    for (const message of server.taken) {
      const [headers = ""] = message.split("\r\n\r\n");
      expect(headers).not.toMatch(/^Bcc:/im);
    }
  });

  test.each([
    ["RCPT", "550 no such user"],
    ["RCPT", "553 bad address"],
    [".", "554 refused as spam"],
  ])("refused for good at %s with %s is refused with the code", async (command, reply) => {
    server.say.set(command, reply);
    expect(await send()).toEqual({ kind: "refused", reason: `SMTP ${reply.slice(0, 3)}` });
    expect(server.taken).toEqual([]);
  });

  test.each([
    ["RCPT", "450 mailbox busy"],
    ["MAIL", "421 going down"],
    ["MAIL", "530 authentication needed"],
    ["GREETING", "drop"],
    [".", "451 local error"],
  ])("that meets a passing fault at %s with %s is tried again by the caller", async (command, reply) => {
    server.say.set(command, reply);
    await expect(send()).rejects.toThrow();
  });

  test("whose server is away is tried again by the caller", async () => {
    await server.stop();
    await expect(send()).rejects.toMatchObject({ code: expect.stringMatching(/ECONNECTION|ESOCKET|ECONNREFUSED/) });
    server = await startSmtpServer();
  });

  test("that was taken though the reply was lost is not said to be sent", async () => {
    server.say.set(".", "drop");
    await expect(send()).rejects.toThrow();
    expect(server.taken).toHaveLength(1);
  });
});

test("the record-only mailer of the demonstration takes every mail and sends none", async () => {
  expect(await recordOnlyMailer.send(mail)).toEqual({ kind: "accepted", messageId: mail.id });
  expect(server.taken).toEqual([]);
});
