/** What the profile page asks for. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../client.ts";
import { languages } from "./profile-schema.ts";

export function profileQuery(locale: string) {
  const language = languages.find((one) => one === locale) ?? "en";
  return queryOptions({
    queryKey: ["profile", language],
    queryFn: ({ signal }) => api("get", "/api/my/profile", { query: { language }, signal }),
  });
}
