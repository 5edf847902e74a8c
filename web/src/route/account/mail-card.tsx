/** How notices reach a person: each at once, or in one letter a day; and what is never held back. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { readerZone } from "../../format/date-time.ts";
import { useAct } from "../../use-act.ts";
import { type MailPreference, mailQuery } from "./account-query.ts";

const schema = z.object({ pace: z.enum(["immediate", "daily"]) });
type Typed = z.output<typeof schema>;

export function MailCard() {
  const { i18n } = useLingui();
  const query = useQuery(mailQuery);
  return (
    <Card title={i18n._("Mail")}>
      <Loaded query={query} lines={4}>
        {(preference) => <Choice preference={preference} />}
      </Loaded>
    </Card>
  );
}

function Choice({ preference }: { readonly preference: MailPreference }) {
  const { i18n } = useLingui();
  const [saved, setSaved] = useState<Typed["pace"]>();
  const form = usePageForm(schema, { pace: preference.pace });
  const act = useAct({
    send: ({ pace }: Typed, key) =>
      api("post", "/api/my/mail", { params: {}, body: { pace, zone: readerZone() }, key }),
    onDone: ({ pace }) => setSaved(pace),
    stale: [mailQuery.queryKey],
  });
  const time = `${String(preference.hour).padStart(2, "0")}:00`;
  return (
    <Form name="mail" form={form} onSend={(values) => act.mutate(values)} problem={act.error}>
      {saved !== undefined && (
        <Note kind="ok" live>
          <p>
            {saved === "daily"
              ? i18n._("Saved. From now on notices come in one letter a day.")
              : i18n._("Saved. From now on each notice comes at once.")}
          </p>
        </Note>
      )}
      <RadioField
        name="pace"
        label={i18n._("How notices reach you")}
        hint={i18n._(
          "Notices are new messages, a park's letters to many, answers to what you asked another party, and changes of a call that move no date.",
        )}
        options={[
          { value: "immediate", label: i18n._("Each at once") },
          {
            value: "daily",
            label: i18n._("One letter a day, at {time} ({zone}); none when there is nothing", {
              time,
              zone: readerZone(),
            }),
          },
        ]}
      />
      <p>
        {i18n._(
          "Never held back: decisions, anything with a due date, reminders, receipts and payments, and whatever concerns your sign-in. A notice about a draft whose call closes soon comes at once too.",
        )}
      </p>
      <Held preference={preference} />
      <div>
        <Button type="submit" busy={act.isPending}>
          {i18n._("Save")}
        </Button>
      </div>
    </Form>
  );
}

function Held({ preference: { held, next, zone } }: { readonly preference: MailPreference }) {
  const { i18n } = useLingui();
  if (held === 0 || next === undefined) return null;
  return (
    <p>
      {i18n._(
        "{count, plural, one {# notice is held for you. It comes:} other {# notices are held for you. They come:}}",
        {
          count: held,
        },
      )}{" "}
      <DateTime at={next} {...(zone === undefined ? {} : { zone })} />
    </p>
  );
}
