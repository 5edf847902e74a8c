/** Starts the web: texts of the first language, then the router. */
import "./form/no-eval.ts";
import "./style/style.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { openDryRuns } from "./dry-run-door.ts";
import { reloadWhenStale } from "./frame/reload-stale.ts";
import { firstLanguage, switchLanguage } from "./language/catalogue.ts";
import { createQueryClient } from "./query-client.ts";
import { router } from "./router.ts";

reloadWhenStale();
openDryRuns(async () => (await import("./route/dry-run/answer.ts")).answerDryRun);
const place = document.getElementById("root");
if (place === null) throw new Error("index.html has no #root");
// Every page brings its own title; a second element in front of it would win.
document.querySelector("title")?.remove();
await switchLanguage(firstLanguage());
createRoot(place).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
