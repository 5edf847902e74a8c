/** A ledger key as one text, as the address carries it, and the name of its call. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../client.ts";
import { inLanguage } from "../../language/in-language.ts";
import type { LedgerKeyView } from "./finance-query.ts";

type Key = LedgerKeyView["ledger"];

export function keyText({ parkId, fundId, callId, budgetYear, currency }: Key): string {
  return [parkId, fundId, callId, budgetYear, currency].join("/");
}

/** The title of a key's call in the reader's language; its id while that is not known. */
export function useCallTitle(): (callId: string) => string {
  const { i18n } = useLingui();
  const calls = useQuery({
    queryKey: ["calls"],
    queryFn: ({ signal }) => api("get", "/api/calls", { signal }),
    staleTime: 60_000,
  }).data?.calls;
  return (callId) => {
    const call = calls?.find((one) => one.callId === callId);
    return call === undefined ? callId : inLanguage(call.title, i18n.locale);
  };
}
