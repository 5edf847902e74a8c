/** How a page sends a file: announced, its bytes put where the answer says, handed in. */
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../client.ts";
import { dryRunOf } from "../../dry-run-id.ts";
import { type ApiProblem, readProblem, unreachable } from "../../problem.ts";

export interface Sending {
  readonly use: "document" | "evidence";
  readonly slot: string;
  readonly file: File;
}

export function useSendFile(caseId: string): UseMutationResult<void, ApiProblem, Sending> {
  const queries = useQueryClient();
  return useMutation<void, ApiProblem, Sending>({
    async mutationFn({ use, slot, file }) {
      const body = { use, slot, name: file.name, bytes: file.size };
      const { fileId, send } = await api("post", "/api/cases/{caseId}/files", { params: { caseId }, body });
      // A dry run keeps the name: the bytes stay where they are.
      if (dryRunOf(caseId) === undefined) await putBytes(send.href, file);
      await api("post", "/api/cases/{caseId}/files/{fileId}/arrival", { params: { caseId, fileId }, body: {} });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["case", caseId] }),
  });
}

/** @throws {ApiProblem} for every answer that is not a success */
async function putBytes(href: string, file: File): Promise<void> {
  let response: Response;
  try {
    response = await fetch(href, {
      method: "PUT",
      body: file,
      headers: { "Content-Type": "application/octet-stream" },
      credentials: "same-origin",
    });
  } catch {
    throw unreachable();
  }
  if (!response.ok) throw await readProblem(response);
  // Read to its end, or the connection stays taken.
  await response.text();
}

/** Fetches a file by a link made for this reader; the page stays where it is. */
export async function openFile(caseId: string, fileId: string): Promise<void> {
  const { href } = await api("post", "/api/cases/{caseId}/files/{fileId}/link", { params: { caseId, fileId } });
  location.assign(href);
}
