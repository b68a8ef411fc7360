/** D10: what the store answers can be judged; documents never make a request fail, and never leave once something is withheld (leak 17). */
import { SHAREABLE_CATEGORIES } from "@member-exchange/sharing-policy";
import { type Documents, documents } from "../../fhir-facade/src/documents/documents.ts";
import { legibleStore } from "../../fhir-facade/src/documents/legible-store.ts";
import type { Store } from "../../fhir-facade/src/pipeline/4-forward/store.ts";
import { pruned } from "../../fhir-facade/src/pipeline/5-redact/prune.ts";
import { PATIENCE } from "./support/configuration.ts";
import { attachment, base64 } from "./support/documents.ts";
import { EVERYTHING, startSurroundings } from "./support/facade.ts";
import { authorizationOf } from "./support/issuer.ts";
import { pdfOf } from "./support/pdf.ts";
import { condition, MARKER, resource, SHOWN } from "./support/records.ts";
import { sightOf } from "./support/sight.ts";

const noted = async (id: string) => {
  const one = attachment("application/pdf", await pdfOf(`heroin ${id}`));
  return { one, resource: resource("DocumentReference", id, { content: [{ attachment: one }] }) as never };
};

describe("D10: a store whose documents can be judged", () => {
  test("D10: each of its three answers is prepared before it is given", async () => {
    const [read, found, next] = await Promise.all(["read", "found", "next"].map(noted));
    const store: Store = {
      read: async () => read?.resource,
      search: async () => ({ resources: [found?.resource as never], next: "more" }),
      nextPage: async () => ({ resources: [next?.resource as never], next: undefined }),
    };
    const by = documents();
    const legible = legibleStore(store, by);
    expect(await legible.read("DocumentReference", "read")).toBe(read?.resource);
    expect((await legible.search("DocumentReference", [])).next).toBe("more");
    expect((await legible.nextPage("DocumentReference", "more")).next).toBeUndefined();
    for (const [name, { one } = { one: {} }] of [
      ["read", read],
      ["found", found],
      ["next", next],
    ] as const)
      expect(by.textOf(one)?.text).toBe(`heroin ${name}`);
  });

  test("D10: what the store refuses stays refused; what is not there is not there", async () => {
    const fails = () => Promise.reject(new Error("gone"));
    const legible = legibleStore({ read: async () => undefined, search: fails, nextPage: fails }, documents());
    expect(await legible.read("Condition", "x")).toBeUndefined();
    await expect(legible.search("Condition", [])).rejects.toThrow("gone");
    await expect(legible.nextPage("Condition", "x")).rejects.toThrow("gone");
  });

  test("D10: a document that cannot be read makes no request fail", async () => {
    const broken: Documents = documents({}, () => Promise.reject(new Error("broken")));
    const { resource: stored } = await noted("x");
    const legible = legibleStore(
      {
        read: async () => stored,
        search: async () => ({ resources: [], next: undefined }),
        nextPage: async () => ({ resources: [], next: undefined }),
      },
      broken,
    );
    expect(await legible.read("DocumentReference", "x")).toBe(stored);
  });
});

describe("leak 17: documents that are judged still do not leave once something is withheld", () => {
  const sight = sightOf(authorizationOf({ mode: "chosen", shared: SHAREABLE_CATEGORIES.filter((code) => code !== "SEX") }));
  test.each([
    ["an attachment", { photo: [attachment("text/plain", MARKER)] }],
    ["an attachment without a type", { photo: [{ data: base64(MARKER) }] }],
    ["an attachment in an extension", { extension: [{ url: "http://plan.example/x", valueAttachment: attachment("text/html", MARKER) }] }],
    ["bytes in an extension", { extension: [{ url: "http://plan.example/x", valueBase64Binary: base64(MARKER) }] }],
    ["bytes beside an element", { _status: { extension: [{ url: "http://plan.example/x", valueBase64Binary: base64(MARKER) }] } }],
    ["bytes in something contained", { contained: [{ resourceType: "Binary", id: "b", ...attachment("text/plain", MARKER) }] }],
  ])("leak 17: %s", (_, more) => {
    expect(JSON.stringify(pruned(condition("x", more) as never, sight, () => true))).not.toContain(base64(MARKER));
  });

  test("leak 17: with everything shared, a document goes out as it is", async () => {
    const { resource: stored, one } = await noted("x");
    const document = { ...(stored as object), subject: { reference: "Patient/p1" }, status: "current" };
    const around = await startSurroundings([...SHOWN, document as never], PATIENCE);
    const answer = await around.get("/DocumentReference/x", EVERYTHING);
    await around.close();
    expect([answer.status, answer.text.includes(one.data)]).toEqual([200, true]);
  });
});
