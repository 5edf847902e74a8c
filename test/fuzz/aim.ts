/** The API's document with real ids in the place of random ones: what asks for nothing but what is not there finds nothing. */

interface Parameter {
  in: string;
  name: string;
  schema: unknown;
}
type Document = { paths: Record<string, Record<string, { parameters?: Parameter[] }>> };

/** The document at `url`, with ids of the running demonstration and one that does not exist. */
export async function aimed(url: string, cookie: string): Promise<Document> {
  const get = async (path: string) => (await fetch(`${url}${path}`, { headers: { cookie } })).json();
  const [document, cases, calls] = await Promise.all([
    get("/api/openapi.json") as Promise<Document>,
    get("/api/parks/limburg/cases") as Promise<{ rows: { caseId: string }[] }>,
    get("/api/calls") as Promise<{ calls: { callId: string }[] }>,
  ]);
  const known: Record<string, readonly string[]> = {
    caseId: [...cases.rows.map(({ caseId }) => caseId), "app_01ARZ3NDEKTSV4RRFFQ69G5FAV"],
    callId: [...calls.calls.map(({ callId }) => callId), "call_01ARZ3NDEKTSV4RRFFQ69G5FAV"],
    parkId: ["limburg", "lund", "nowhere"],
    slot: ["r1", "r2", "-", "r99"],
    sectionId: ["project", "company", "aid", "declarations"],
  };
  for (const operations of Object.values(document.paths))
    for (const { parameters = [] } of Object.values(operations))
      for (const parameter of parameters) {
        const ids = known[parameter.name];
        if (parameter.in === "path" && ids !== undefined) parameter.schema = { type: "string", enum: ids };
      }
  return document;
}
