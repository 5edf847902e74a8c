/** Reviewers keep their profile: what they know and read, how much they take on, and when they are away. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { ChoicesField } from "../../component/choices-field.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import { Absences } from "./profile-lists.tsx";
import { profileQuery } from "./profile-query.ts";
import "../case/case.css";
import "./reviewer.css";
import { languages, type ProfileView, profileSchema, typedProfile } from "./profile-schema.ts";

export function RoutePage() {
  const { i18n } = useLingui();
  const query = useQuery(profileQuery(i18n.locale));
  // A saved profile has another version, and the form begins anew with it.
  const [saved, setSaved] = useState(false);
  return (
    <Page
      title={i18n._("My profile as a reviewer")}
      width="decision"
      up={{ to: "/reviews", label: i18n._("My reviews") }}
      lead={i18n._("Cases are matched with what you know and read.")}
    >
      {saved && (
        <Note kind="ok" live>
          <p>{i18n._("Your profile is saved.")}</p>
        </Note>
      )}
      <Note>
        <p>
          {i18n._("Where you work and what ties you stands with your interests.")}{" "}
          <Link to="/account/interests">{i18n._("My interests")}</Link>
        </p>
      </Note>
      <Loaded query={query} lines={12}>
        {(view) => <Profile key={view.version} view={view} onSaved={() => setSaved(true)} />}
      </Loaded>
    </Page>
  );
}

const options = (terms: ProfileView["sectors"]) => terms.map(({ id, label }) => ({ value: id, label }));

function Profile({ view, onSaved }: { readonly view: ProfileView; readonly onSaved: () => void }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const form = usePageForm(profileSchema, typedProfile(view));
  const act = useAct({
    send: ({ languages: reads, sectors, themes, ...profile }: z.output<typeof profileSchema>, key) =>
      api("post", "/api/my/profile", {
        params: {},
        body: {
          ...profile,
          taxonomy: [...sectors, ...themes],
          languages: reads as (typeof languages)[number][],
          version: view.version,
        },
        key,
      }),
    onDone: onSaved,
  });
  return (
    <div className="act-page">
      <Form form={form} onSend={(values) => act.mutate(values)} problem={act.error}>
        <Card title={i18n._("What you know")}>
          <div className="form">
            <TextAreaField
              name="terms"
              label={i18n._("Expertise, one term per line")}
              hint={i18n._("In English, like “enzyme kinetics”. Cases are found by these words.")}
              rows={6}
            />
            <ChoicesField name="sectors" label={i18n._("Sectors")} options={options(view.sectors)} beside />
            <ChoicesField name="themes" label={i18n._("Themes")} options={options(view.themes)} beside />
            <ChoicesField
              name="languages"
              label={i18n._("Languages that you read")}
              options={languages.map((value) => ({ value, label: format.language(value) }))}
              beside
            />
          </div>
        </Card>
        <Card title={i18n._("How much, and when")}>
          <div className="form">
            <TextField
              name="capacity"
              label={i18n._("Reviews at one time")}
              hint={i18n._("Over all calls, 0 to 20. With 0 nobody asks you.")}
            />
            <Absences />
          </div>
        </Card>
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {i18n._("Save my profile")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
