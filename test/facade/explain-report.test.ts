/** The report of `npm run explain --html`: a page that stands alone, and that everybody can read. */

import { standardPolicy } from "@member-exchange/sharing-policy/policy";
import type { Resource } from "../../fhir-facade/src/compartment/resource.ts";
import { allButSensitive, choiceJudge } from "../../fhir-facade/src/explain/choice.ts";
import { recordJudge } from "../../fhir-facade/src/explain/judged-record.ts";
import { reportPage } from "../../fhir-facade/src/explain/report/page.ts";
import { summaryOf } from "../../fhir-facade/src/explain/summary.ts";

const policy = standardPolicy([]);
const choice = allButSensitive(policy);
const condition = (id: string, code: string): Resource =>
  ({ resourceType: "Condition", id, code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code }] } }) as unknown as Resource;

async function page(resources: readonly Resource[]): Promise<string> {
  const judged = await recordJudge(policy)(resources);
  return reportPage({ summary: summaryOf(judged, choiceJudge(choice, policy)), choice, policy });
}

const odd = { resourceType: "<script>alert(1)</script>", id: "x" } as unknown as Resource;

describe("the report of a choice", () => {
  test("fetches nothing and runs nothing", async () => {
    const html = await page([condition("a", "F10.20"), condition("b", "J20.9")]);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)|https?:\/\/|\son\w+=/i);
    expect(html).toContain("default-src 'none'");
  });

  test("the chart has a title, a description and the same numbers in a table", async () => {
    const html = await page([condition("a", "F10.20"), condition("b", "J20.9"), condition("c", "B20")]);
    expect(html).toMatch(/<svg[^>]+role="img"[^>]+aria-labelledby="chart-title chart-desc"/);
    expect(html).toContain("Condition: 2 of 3 hidden.");
    expect(html).toContain(
      '<tr><th scope="row">Condition</th><td>3</td><td>1</td><td>2</td><td class="nil">0</td><td>1</td><td>1</td></tr>',
    );
  });

  test("every part of a bar is told in words", async () => {
    const html = await page([condition("a", "F10.20"), condition("b", "J20.9")]);
    expect(html).toContain("<title>Condition: Shown, 1 of 2</title>");
    expect(html).toContain("<title>Condition: Alcohol and drug use, 1 of 2</title>");
  });

  test("it is made for light, dark and paper", async () => {
    const html = await page([condition("a", "F10.20")]);
    expect(html).toContain("prefers-color-scheme: dark");
    expect(html).toContain("@media print");
  });

  test("a type that is no FHIR type is a text and nothing else", async () => {
    const html = await page([odd]);
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  test("it does not claim to be right", async () => expect(await page([condition("a", "F10.20")])).toContain("it misses some"));
});
