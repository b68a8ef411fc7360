/** One side of the comparison: a facade of its own before one store, everything that it answers and logs, asked one request after the other. */
import { Agent, request as httpRequest } from "node:http";
import { type AnswerRequest, answering } from "../../../fhir-facade/src/answer.ts";
import { createApp } from "../../../fhir-facade/src/app.ts";
import type { Config } from "../../../fhir-facade/src/config.ts";
import type { Decision, Log } from "../../../fhir-facade/src/log.ts";
import { testConfig } from "../../facade/support/configuration.ts";
import { listen } from "../../facade/support/http-server.ts";
import type { Asked } from "../corpus/asked.ts";

/** Everything that one answer shows, as it came over the wire. */
export interface Answered {
  readonly status: number;
  /** Names and values in turn, in their order. */
  readonly headers: readonly string[];
  readonly text: string;
  readonly log: readonly Decision[];
}

export interface Side {
  readonly ask: (asked: Asked, token: string) => Promise<Answered>;
  readonly close: () => Promise<void>;
}

/** Nothing ends or runs short while a long run goes on: the index is built once, and only what a request says decides. */
const SETTINGS: Readonly<Record<string, string>> = {
  CODE_LISTS: "snomed-ct",
  INDEX_MAX_AGE_MS: "3600000",
  INDEX_CHECK_MS: "3600000",
  RATE_LIMIT_PER_MEMBER: "1000000",
  RATE_LIMIT_PER_CLIENT: "10000000",
  STORE_TIMEOUT_MS: "60000",
  ISSUER_TIMEOUT_MS: "10000",
};

/** Takes the place of the whole pipeline, in the test that sabotages it. */
export type Pipeline = (config: Config, log: Log) => AnswerRequest;

export async function startSide(issuerUrl: string, storeUrl: string, pipeline: Pipeline = answering): Promise<Side> {
  const config = testConfig(issuerUrl, storeUrl, SETTINGS);
  let log: Decision[] = [];
  const write: Log = (decision) => void log.push(decision);
  const server = await listen(createApp(config, write, pipeline(config, write)));
  const agent = new Agent({ keepAlive: true });
  const ask = ({ method, path, query, form, body, headers }: Asked, token: string): Promise<Answered> =>
    new Promise((resolve, reject) => {
      log = [];
      const sent = form ? query.join("&") : body;
      const sentHeaders = {
        Authorization: `Bearer ${token}`,
        ...(form ? { "Content-Type": "application/x-www-form-urlencoded" } : {}),
        ...(sent === undefined ? {} : { "Content-Length": Buffer.byteLength(sent) }),
        ...headers,
      };
      const target = `/fhir${path}${form || query.length === 0 ? "" : `?${query.join("&")}`}`;
      httpRequest({ agent, host: "127.0.0.1", port: server.port, method, path: target, headers: sentHeaders }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk)).once("error", reject);
        response.once("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.rawHeaders, text: Buffer.concat(chunks).toString("utf8"), log }),
        );
      })
        .once("error", reject)
        .end(sent);
    });
  return {
    ask,
    close: async () => {
      agent.destroy();
      await server.close();
    },
  };
}
