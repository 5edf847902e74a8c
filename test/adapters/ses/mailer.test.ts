/** The mailer port on Amazon SES: what is handed over, what is refused for good, and what is tried again. */
import {
  AccountSendingPausedException,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  SESClient,
  SendEmailCommand,
} from "@aws-sdk/client-ses";
import { createSesMailer } from "@multihelix/adapters/ses/mailer.ts";
import { mockClient } from "aws-sdk-client-mock";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { faultOf, named } from "../../fixture/fault.ts";
import { testCredentials } from "../../fixture/store.ts";

const ses = mockClient(SESClient);
const client = new SESClient({ region: "eu-west-1", credentials: testCredentials, maxAttempts: 1 });
const from = "MultiHelix <no-reply@grants.example>";
const mail = {
  id: "let_01K8Z3V5J0QW4R7T9Y2B6C8D1F",
  stream: "call:call_1/über",
  to: "anna@example.org",
  subject: "Ontvangen – reçu",
  text: "Tekst",
  html: "<p>Tekst</p>",
};
const about = { $metadata: {}, message: "" };

beforeEach(() => {
  ses.reset();
});
afterAll(() => {
  ses.restore();
});

describe("a mail", () => {
  test("is handed over whole, in UTF-8, tagged with what finds its letter when it is doubled or comes back", async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: "0102" });
    expect(await createSesMailer(client, { from }).send(mail)).toEqual({ kind: "accepted", messageId: "0102" });
    const part = (Data: string) => ({ Data, Charset: "UTF-8" });
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input).toEqual({
      Source: from,
      Destination: { ToAddresses: [mail.to] },
      Message: { Subject: part(mail.subject), Body: { Text: part(mail.text), Html: part(mail.html) } },
      Tags: [
        { Name: "letter", Value: mail.id },
        { Name: "stream", Value: expect.stringMatching(/^[\w-]{1,256}$/) },
      ],
    });
    const stream = ses.commandCalls(SendEmailCommand)[0]?.args[0].input.Tags?.[1]?.Value ?? "";
    expect(Buffer.from(stream, "base64url").toString("utf8")).toBe(mail.stream);
  });

  test("goes through the configuration set, where there is one", async () => {
    ses.on(SendEmailCommand).resolves({});
    await createSesMailer(client, { from, configurationSet: "letters" }).send(mail);
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input.ConfigurationSetName).toBe("letters");
  });

  test.each([new MessageRejected(about), named("InvalidParameterValue", 400)])(
    "that SES will never take ($name) is refused with the reason",
    async (error) => {
      ses.on(SendEmailCommand).rejects(error);
      expect(await createSesMailer(client, { from }).send(mail)).toEqual({ kind: "refused", reason: error.name });
    },
  );

  test.each([
    named("Throttling", 400, "Maximum sending rate exceeded."),
    faultOf("throttled"),
    faultOf("server-error"),
    faultOf("time-out"),
    new AccountSendingPausedException(about),
    new MailFromDomainNotVerifiedException(about),
  ])("is tried again by the caller after $name, which says nothing about the mail", async (error) => {
    ses.on(SendEmailCommand).rejects(error);
    await expect(createSesMailer(client, { from }).send(mail)).rejects.toBe(error);
  });
});
