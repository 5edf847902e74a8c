/** An application as a list of sections to do in any order. */
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { Tag } from "./tag.tsx";

export type SectionState = "not-started" | "in-progress" | "completed" | "blocked";

export interface SectionTask {
  readonly id: string;
  readonly state: SectionState;
  /** The link to the section; a plain name where it cannot start yet. */
  readonly title: ReactNode;
  readonly hint?: ReactNode;
}

export function TaskList({ title, tasks }: { readonly title: string; readonly tasks: readonly SectionTask[] }) {
  return (
    <section className="tks-group">
      <h2>{title}</h2>
      <ul className="tks">
        {tasks.map((task) => (
          <li key={task.id} className={task.state === "blocked" ? "tk off" : "tk"}>
            <div>
              <span className="m">{task.title}</span>
              {task.hint !== undefined && <span className="hint">{task.hint}</span>}
            </div>
            <SectionTag state={task.state} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SectionTag({ state }: { readonly state: SectionState }) {
  const { i18n } = useLingui();
  switch (state) {
    case "completed":
      return <Tag state="ok">{i18n._("Completed")}</Tag>;
    case "in-progress":
      return <Tag state="now">{i18n._("In progress")}</Tag>;
    case "not-started":
      return (
        <Tag state="idle" icon="ring">
          {i18n._("Not started")}
        </Tag>
      );
    case "blocked":
      return (
        <Tag state="idle" icon="lock" plain>
          {i18n._("Cannot start yet")}
        </Tag>
      );
  }
}
