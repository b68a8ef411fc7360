/** Lines of raw requests, and a client that sends them with a good token to a facade of its own. */
import { expectCommonHeaders } from "./common-headers.ts";
import { PATIENCE } from "./configuration.ts";
import { type Surroundings, startSurroundings } from "./facade.ts";
import { exchange, type RawAnswer } from "./raw-socket.ts";
import { OTHERS, SHOWN } from "./records.ts";

/** TOKEN stands for the good token. */
export const AUTH = "Authorization: Bearer TOKEN";
export const HOST = "Host: plan.example";
export const CLOSE = "Connection: close";
export const GET = "GET /fhir/Condition/c1 HTTP/1.1";
export const POST = "POST /fhir/Condition/_search HTTP/1.1";
export const FORM = "Content-Type: application/x-www-form-urlencoded";

export interface RawClient {
  readonly around: Surroundings;
  readonly send: (...lines: readonly string[]) => Promise<RawAnswer[]>;
  /** Each answer is one clean refusal, in this order, and the store was asked nothing. */
  readonly expectRefusals: (answers: readonly RawAnswer[], ...expected: readonly (readonly [status: number, issue: string])[]) => void;
}

export async function startRawClient(): Promise<RawClient> {
  const around = await startSurroundings([...SHOWN, ...OTHERS], PATIENCE);
  const token = await around.issuer.grant();
  return {
    around,
    send: (...lines) => exchange(around.port, ...lines.map((line) => line.replaceAll("TOKEN", token))),
    expectRefusals: (answers, ...expected) => {
      expect(answers.map(({ status, text }) => [status, JSON.parse(text).issue[0].code])).toEqual(expected);
      for (const { headers } of answers) {
        expectCommonHeaders(headers);
        expect(headers["content-type"]).toBe("application/fhir+json; charset=utf-8");
      }
      expect(around.store.asked).toEqual([]);
    },
  };
}
