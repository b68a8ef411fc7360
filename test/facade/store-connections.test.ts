/** Connections to the plan's store: kept while its answers are whole, few, and ended with the first answer that is not. */
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { pagesOf } from "../../fhir-facade/src/pipeline/4-forward/pages-of.ts";
import { type Store, storeAt } from "../../fhir-facade/src/pipeline/4-forward/store.ts";
import { testConfig } from "./support/configuration.ts";
import { condition } from "./support/records.ts";
import { fhirJson, type Misbehaviour, type ScriptedStore, startStore } from "./support/store.ts";
import { answer, storeFaults } from "./support/store-faults.ts";

const ISSUER = "http://issuer.invalid/realms/r";
const storeOf = (url: string, changes: Record<string, string> = {}): Store =>
  storeAt(testConfig(ISSUER, url, { MAX_RESPONSE_BYTES: "50000", ...changes }));

let scripted: ScriptedStore;
let used: Set<Socket>;
/** Runs `then`, and remembers which connection it came over. */
const over =
  (then: Misbehaviour): Misbehaviour =>
  (request, response) => {
    used.add(request.socket);
    then(request, response);
  };
const whole = over((_request, response) => fhirJson(response, condition("c1")));
/** However it ends: by its end or by an error. */
const closed = (socket: Socket | undefined): Promise<unknown> =>
  new Promise((resolve) => (socket && !socket.destroyed ? socket.on("error", () => undefined).once("close", resolve) : resolve(undefined)));

beforeEach(async () => {
  scripted = await startStore();
  used = new Set();
});
afterEach(() => scripted.close());

describe("connections to the store", () => {
  test("a connection is used again, also after an answer that there is nothing", async () => {
    const store = storeOf(scripted.url);
    for (const misbehaviour of [whole, over(answer(404, {})), over(answer(410, {})), whole]) {
      scripted.misbehaviour = misbehaviour;
      await store.read("Condition", "c1");
    }
    expect(used.size).toBe(1);
  });

  test("there are never more than STORE_MAX_SOCKETS, and who waits for one is answered", async () => {
    let now = 0;
    let most = 0;
    scripted.misbehaviour = over((_request, response) => {
      now += 1;
      most = Math.max(most, now);
      setImmediate(() => {
        now -= 1;
        fhirJson(response, condition("c1"));
      });
    });
    const store = storeOf(scripted.url, { STORE_MAX_SOCKETS: "3", STORE_TIMEOUT_MS: "30000" });
    const answers = await Promise.all(Array.from({ length: 40 }, () => store.read("Condition", "c1")));
    expect([answers.length, used.size]).toEqual([40, 3]);
    expect(most).toBeLessThanOrEqual(3);
  });

  test("504: the time limit holds for who waits for a connection too", async () => {
    scripted.misbehaviour = over(() => undefined);
    const store = storeOf(scripted.url, { STORE_MAX_SOCKETS: "1" });
    const waiting = Array.from({ length: 5 }, () => store.read("Condition", "c1"));
    for (const one of await Promise.allSettled(waiting)) expect(one).toMatchObject({ reason: { value: { reason: "store-timeout" } } });
    scripted.misbehaviour = whole;
    expect(await store.read("Condition", "c1")).toMatchObject({ id: "c1" });
  });

  test("504: a TLS handshake that nobody answers", async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => void sockets.push(socket.on("error", () => undefined).resume()));
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as { port: number };
    const thrown = await storeOf(`https://127.0.0.1:${port}/fhir`)
      .read("Condition", "c1")
      .catch((error: unknown) => error);
    expect(thrown).toMatchObject({ value: { status: 504, reason: "store-timeout" } });
    await closed(sockets[0]);
    expect(sockets).toHaveLength(1);
    server.close();
  });

  const faults = storeFaults("http://127.0.0.1:1").filter(([, , reason]) => reason !== "store-malformed");
  test.each(faults)("after %s the connection is closed", async (_title, misbehaviour, reason) => {
    // only what never ends may be ended by the clock
    const store = storeOf(scripted.url, reason === "store-timeout" ? {} : { STORE_TIMEOUT_MS: "300000" });
    scripted.misbehaviour = over(misbehaviour);
    await expect(store.read("Condition", "c1")).rejects.toMatchObject({ value: { issue: expect.stringMatching(/transient|timeout/) } });
    const [first] = used;
    await closed(first);
    scripted.misbehaviour = whole;
    expect(await store.read("Condition", "c1")).toMatchObject({ id: "c1" });
    expect(used.size).toBe(2);
  });

  test("a kept connection that the store closes when it is used again is no fault", async () => {
    const store = storeOf(scripted.url);
    scripted.misbehaviour = whole;
    await store.read("Condition", "c1");
    scripted.misbehaviour = (request, response) => (used.has(request.socket) ? void request.socket.destroy() : whole(request, response));
    expect(await store.read("Condition", "c1")).toMatchObject({ id: "c1" });
    expect([scripted.asked.length, used.size]).toEqual([3, 2]);
  });

  test("502: a new connection that the store closes is a fault, and is not tried again", async () => {
    scripted.misbehaviour = ({ socket }) => void socket.destroy();
    await expect(storeOf(scripted.url).read("Condition", "c1")).rejects.toMatchObject({ value: { reason: "store-unavailable" } });
    expect(scripted.asked).toEqual(["GET Condition/c1"]);
  });

  test("an answer that nobody asked for is not taken for the next one", async () => {
    const store = storeOf(scripted.url);
    const stray = JSON.stringify(condition("c1", { note: [{ text: "stray" }] }));
    scripted.misbehaviour = over(({ socket }, response) => {
      fhirJson(response, condition("c1"));
      socket.write(`HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\nContent-Length: ${stray.length}\r\n\r\n${stray}`);
    });
    await store.read("Condition", "c1");
    scripted.misbehaviour = whole;
    expect(await store.read("Condition", "c1")).toEqual(condition("c1"));
  });
});

describe("bounds on what is read", () => {
  test("a body without end is left at the limit: what was sent is little more", async () => {
    let sent = 0;
    scripted.misbehaviour = over((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(" ".repeat(16_384))) sent += 16_384;
      };
      response
        .writeHead(200, { "Content-Type": "application/fhir+json" })
        .on("drain", more)
        .on("error", () => undefined);
      more();
    });
    const store = storeOf(scripted.url, { MAX_RESPONSE_BYTES: "1000000", STORE_TIMEOUT_MS: "30000" });
    await expect(store.search("Condition", [])).rejects.toMatchObject({ value: { reason: "store-too-large" } });
    const [socket] = used;
    await closed(socket);
    // what the two ends of a connection hold in their buffers is a few megabytes
    expect(sent).toBeLessThan(32_000_000);
  });

  const bytes = (body: string): Misbehaviour => answer(200, { "Content-Type": "application/fhir+json" }, body);
  test.each([
    [0, "an answer of as many bytes as the limit is read"],
    [1, "an answer of one byte more is refused"],
  ])("MAX_RESPONSE_BYTES: %d over: %s", async (over) => {
    const body = JSON.stringify(condition("c1", { pad: "ü".repeat(1000) }));
    scripted.misbehaviour = bytes(body);
    const store = storeOf(scripted.url, { MAX_RESPONSE_BYTES: String(Buffer.byteLength(body) - over) });
    const outcome = await store.read("Condition", "c1").then(
      (resource) => resource?.id,
      (error: unknown) => (error as { value: { reason: string } }).value.reason,
    );
    expect(outcome).toBe(over ? "store-too-large" : "c1");
  });

  test("a million entries are bounded by bytes", async () => {
    const entries = Array.from({ length: 1_000_000 }, (_, n) => `{"resource":{"resourceType":"Condition","id":"c${n}"}}`).join();
    scripted.misbehaviour = bytes(`{"resourceType":"Bundle","type":"searchset","entry":[${entries}]}`);
    const within = storeOf(scripted.url, { MAX_RESPONSE_BYTES: "67108864", STORE_TIMEOUT_MS: "60000" });
    expect((await within.search("Condition", [])).resources).toHaveLength(1_000_000);
    const beyond = storeOf(scripted.url, { MAX_RESPONSE_BYTES: "10000000" });
    await expect(beyond.search("Condition", [])).rejects.toMatchObject({ value: { reason: "store-too-large" } });
  });

  const paging = (next: (n: number) => string, entry: readonly object[] = []): Misbehaviour => {
    let n = 0;
    return (_request, response) => {
      n += 1;
      fhirJson(response, { resourceType: "Bundle", type: "searchset", entry, link: [{ relation: "next", url: next(n) }] });
    };
  };
  const follow = async (): Promise<string> => {
    try {
      for await (const { page } of pagesOf(storeOf(scripted.url, { STORE_TIMEOUT_MS: "60000" }), "Condition", []))
        expect(page).toBeDefined();
      return "an end";
    } catch (error) {
      return (error as { value: { reason: string } }).value.reason;
    }
  };

  test.each<[string, () => Misbehaviour, string, number]>([
    ["the same link on every page", () => paging(() => "Condition?n=1", [{ resource: condition("c1") }]), "store-paging-loop", 2],
    ["three links in a circle", () => paging((n) => `Condition?n=${n % 3}`, [{ resource: condition("c1") }]), "store-paging-loop", 4],
    [
      "another link on each page, for ever",
      () => paging((n) => `Condition?n=${n}`, [{ resource: condition("c1") }]),
      "store-paging-loop",
      2001,
    ],
    ["another link on each empty page, for ever", () => paging((n) => `Condition?n=${n}`), "store-paging-empty", 100],
  ])("a store that answers %s is not followed for ever", async (_title, misbehaviour, reason, requests) => {
    scripted.misbehaviour = misbehaviour();
    expect([await follow(), scripted.asked.length]).toEqual([reason, requests]);
  });
});
