/** One place for everybody who acts: what ties them to organisations, and what each tie keeps them from. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import type * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { interestsQuery } from "./account-query.ts";
import { InterestEntry } from "./interest-entry.tsx";
import { type InterestsView, interestsSchema, noInterest, typedInterests } from "./interests-schema.ts";
import { LeftCard } from "./left-card.tsx";
import "../case/case.css";
import "./account.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const query = useQuery(interestsQuery);
  // Saved interests have another version, and the form begins anew with it.
  const [saved, setSaved] = useState(false);
  return (
    <Page
      title={i18n._("My interests")}
      width="decision"
      up={{ to: "/account", label: i18n._("Your account") }}
      lead={i18n._(
        "Name every organisation that you, or somebody of your household, have a tie to. Nobody outside the parks sees it.",
      )}
    >
      {saved && (
        <Note kind="ok" live>
          <p>{i18n._("Saved. Cases of these organisations go to others from now on.")}</p>
        </Note>
      )}
      <Loaded query={query} lines={10}>
        {(view) => <Interests key={view.version} view={view} onSaved={() => setSaved(true)} />}
      </Loaded>
    </Page>
  );
}

function Interests({ view, onSaved }: { readonly view: InterestsView; readonly onSaved: () => void }) {
  const { i18n } = useLingui();
  const form = usePageForm(interestsSchema, typedInterests(view));
  const act = useAct({
    send: ({ interests }: z.output<typeof interestsSchema>, key) =>
      api("post", "/api/my/interests", { params: {}, body: { interests, version: view.version }, key }),
    onDone: onSaved,
  });
  return (
    <div className="account">
      <Card title={i18n._("What a tie does")}>
        <ul className="tie-rules">
          <li>
            {i18n._(
              "A hard tie (household, share, board, paid contract, an employer of fewer than 500) hides the organisation's cases from you: in lists, searches, tasks, payments and mail. A colleague or your substitute acts on them.",
            )}
          </li>
          <li>
            {i18n._(
              "A soft tie (a large employer, rent or a service contract) is shown to those who decide, and recorded with what you do. You may act.",
            )}
          </li>
          <li>
            {i18n._(
              "At a large employer, the department of one of its own people makes the tie hard, too. Which departments those are is not shown here: others declared them.",
            )}
          </li>
          <li>{i18n._("What you did before you declared a tie stays, and the report on the case shows the tie.")}</li>
        </ul>
      </Card>
      <LeftCard left={view.left} />
      <Form form={form} onSend={(values) => act.mutate(values)} problem={act.error}>
        <Card title={i18n._("Your ties")}>
          <div className="form">
            <Entries view={view} />
          </div>
        </Card>
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {i18n._("Save my interests")}
          </Button>
        </div>
      </Form>
    </div>
  );
}

function Entries({ view }: { readonly view: InterestsView }) {
  const { i18n } = useLingui();
  const { control } = useFormContext<ReturnType<typeof typedInterests>>();
  const { fields, append, remove } = useFieldArray({ control, name: "interests" });
  return (
    <>
      {fields.length === 0 && <EmptyState>{i18n._("You have named no tie.")}</EmptyState>}
      {fields.map((field, index) => (
        <InterestEntry key={field.id} view={view} index={index} onRemove={() => remove(index)} />
      ))}
      <div>
        <Button small onClick={() => append(noInterest)}>
          {i18n._("Add a tie")}
        </Button>
      </div>
    </>
  );
}
