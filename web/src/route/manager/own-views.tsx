/** The reader's own views of the pipeline: opened, the present filters saved under a name, deleted. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import * as z from "zod";
import { type ApiResult, api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { ConfirmDialog } from "../../component/confirm-dialog.tsx";
import { Form } from "../../component/form.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { reworded } from "../../problem.ts";
import { useAct } from "../../use-act.ts";
import { type Search, searchSchema } from "./pipeline-search.ts";

type View = ApiResult<"get", "/api/my/views">["views"][number];

const ownViewsQuery = queryOptions({
  queryKey: ["my", "views"],
  queryFn: ({ signal }) => api("get", "/api/my/views", { signal }),
  staleTime: 60_000,
});

/** What is compared and saved: filters that are set, in one order. */
function written(search: Search): Record<string, string | boolean> {
  const set = Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return Object.fromEntries(set.sort(([a], [b]) => a.localeCompare(b)));
}

const schema = z.object({
  name: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Give the view a name.")
    .max(60, /*i18n*/ "Shorten the name to 60 characters."),
});

/** @param search as the page shows it, its park said */
export function OwnViews({ search }: { readonly search: Search }) {
  const { i18n } = useLingui();
  const query = useQuery(ownViewsQuery);
  const [deleting, setDeleting] = useState<View>();
  const remove = useAct({
    send: ({ viewId }: View, key) =>
      api("post", "/api/my/views/{viewId}/removal", { params: { viewId }, body: {}, key }),
    onDone: () => setDeleting(undefined),
    stale: [ownViewsQuery.queryKey],
  });
  const views = [...(query.data?.views ?? [])].sort((a, b) => a.name.localeCompare(b.name, i18n.locale));
  const now = JSON.stringify(written(search));
  return (
    <details className="more own-views">
      <summary>{i18n._("My views ({count})", { count: views.length })}</summary>
      {query.isError && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {views.length > 0 && (
        <ul className="gap-list">
          {views.map((view) => (
            <li key={view.viewId}>
              <OwnView view={view} now={now} />
              <Button
                small
                kind="quiet"
                aria-label={i18n._("Delete the view {name}", { name: view.name })}
                onClick={() => setDeleting(view)}
              >
                {i18n._("Delete")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <SaveForm search={search} most={query.data?.most} count={views.length} />
      <ConfirmDialog
        open={deleting !== undefined}
        title={i18n._("Delete the view {name}?", { name: deleting?.name ?? "" })}
        act={i18n._("Delete the view")}
        busy={remove.isPending}
        onAct={() => deleting !== undefined && remove.mutate(deleting)}
        onClose={() => setDeleting(undefined)}
      >
        <p>{i18n._("Only the saved filters go; no case is changed.")}</p>
        {remove.error !== null && <ProblemNote problem={remove.error} />}
      </ConfirmDialog>
    </details>
  );
}

/** What was saved may name a filter that the page has no more: then it is not opened half. */
function OwnView({ view: { name, search }, now }: { readonly view: View; readonly now: string }) {
  const { i18n } = useLingui();
  const parsed = searchSchema.safeParse(search);
  if (!parsed.success)
    return (
      <span>
        {name}{" "}
        <span className="small muted">
          {i18n._("names a filter that the pipeline has no more. Delete it and save a new one.")}
        </span>
      </span>
    );
  const isNow = JSON.stringify(written(parsed.data)) === now;
  return (
    <span>
      <Link to="/pipeline" search={parsed.data} aria-current={isNow ? "true" : undefined}>
        {name}
      </Link>{" "}
      {isNow && <span className="small muted">{i18n._("shown now")}</span>}
    </span>
  );
}

interface SaveProps {
  readonly search: Search;
  readonly most: number | undefined;
  readonly count: number;
}

function SaveForm({ search, most, count }: SaveProps) {
  const { i18n } = useLingui();
  const form = usePageForm(schema, { name: "" });
  const act = useAct({
    send: ({ name }: z.output<typeof schema>, key) =>
      api("post", "/api/my/views", { params: {}, body: { name, search: written(search) }, key }),
    onDone: () => form.reset(),
    stale: [ownViewsQuery.queryKey],
  });
  if (most !== undefined && count >= most)
    return <p className="small muted">{i18n._("You keep {most} views. Delete one to save another.", { most })}</p>;
  const problem =
    act.error === null
      ? null
      : reworded(act.error, {
          "saved-view.name-taken": i18n._(
            "You have a view of this name with other filters. Choose another name, or delete that one first. Nothing was saved.",
          ),
          "saved-view.too-many": i18n._("You keep as many views as there may be. Delete one first. Nothing was saved."),
        });
  return (
    <Form form={form} name="view" onSend={(values) => act.mutate(values)} problem={problem}>
      <TextField
        name="name"
        label={i18n._("Name for these filters")}
        hint={i18n._("Only you see it, on every device.")}
      />
      <div>
        <Button type="submit" busy={act.isPending}>
          {i18n._("Save these filters")}
        </Button>
      </div>
    </Form>
  );
}
