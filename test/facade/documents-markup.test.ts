/** D10: HTML, XML and C-CDA are read for judging; what is in them beside words makes them not whole. */
import { base64, linesOf, read } from "./support/documents.ts";

const html = (body: string) => read("text/html", `<!DOCTYPE html><html><body>${body}</body></html>`);

describe("D10: HTML", () => {
  test.each([
    ["cells", "<table><tr><td>No</td><td>heroin</td></tr><tr><th>Use</th></tr></table>", ["No", "heroin", "Use"]],
    ["blocks and line breaks", "<div>a</div><p>b<br>c<br/>d</p><ul><li>e<li>f</ul>", ["a", "b", "c", "d", "e", "f"]],
    ["letters of one word, and words of a line that meet: both ways", "<b>H</b>eroin <i>use</i>", ["Heroin use", "H eroin use"]],
    ["entities", "h&#101;r&#x6f;in &amp; caf&eacute;&nbsp;x", ["heroin & café x"]],
    ["words in attributes", '<p title="heroin" class="std" style="color:red">x</p>', ["heroin", "x"]],
    ["comments", "a<!-- heroin -->b", ["a", "heroin", "b"]],
    ["a line break in the source, which is a blank", "<p>no\nheroin</p>", ["no heroin"]],
    ["lines that stand as they are", "<pre>no\nheroin</pre>", ["no", "heroin"]],
    ["a broken end", "<p>heroin</p><p>use <b", ["heroin", "use"]],
    ["elements that are never closed", "<td>a<td>b<p>c", ["a", "b", "c"]],
  ])("D10: %s", (_, body, lines) => {
    const found = read("text/html", body);
    expect(linesOf(found)).toEqual(lines);
    expect(found?.whole).toBe(true);
  });

  test.each([
    ["an image", '<img src="data:image/png;base64,AAAA" alt="scan">'],
    ["an image elsewhere", '<img src="scan.png">'],
    ["a drawing", "<svg><path d='M0 0'/></svg>"],
    ["a script", "<script>document.write('x')</script>"],
    ["another page", '<iframe src="x.html"></iframe>'],
    ["a page in an attribute", '<p srcdoc="x"></p>'],
    ["an object", '<object data="x.pdf"></object>'],
    ["an embedded file", '<embed src="x.pdf">'],
    ["a link to a style sheet", '<link rel="stylesheet" href="x.css">'],
    ["a style that says words", "<style>p::after { content: 'heroin' }</style>"],
    ["a style with an image", '<p style="background:url(x.png)"></p>'],
    ["a data address", '<a href="data:text/plain,heroin">x</a>'],
  ])("D10: with %s the words count and the document is not whole", (_, body) => {
    const found = html(`<p>Denies heroin</p>${body}`);
    expect(found).toMatchObject({ whole: false, text: expect.stringContaining("Denies heroin") });
  });

  test("D10: a style that only styles says nothing", () => expect(html("<style>p { color: red }</style><p>x</p>")?.whole).toBe(true));

  test("D10: a drawing or an image alone is not judged", () => expect(html('<img src="x.png">')?.whole).toBe(false));
});

const ccda = (rest: string, title = "<title>Summary</title>") => `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="CDA.xsl"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<realmCode code="US"/>${title}
<confidentialityCode code="R" codeSystem="2.16.840.1.113883.5.25"/>${rest}</ClinicalDocument>`;

const BODY = ccda(`<component><structuredBody><component><section>
<code code="11450-4" codeSystem="2.16.840.1.113883.6.1" displayName="Problem list"/>
<text><table><tr><td>Active</td><td><content ID="a">Opioid</content><content>use</content></td></tr></table></text>
<entry><observation classCode="OBS" moodCode="EVN"><value xsi:type="CD" code="F11.20" codeSystem="2.16.840.1.113883.6.90"
 displayName="Opioid dependence"/></observation></entry></section></component></structuredBody></component>`);

describe("D10: XML and C-CDA", () => {
  test.each(["application/hl7-v3+xml", "application/cda+xml", "text/xml;charset=utf-8", "application/xml", "text/plain", undefined])(
    "D10: a C-CDA document as %s: title, narrative by cells, names of codes, and its codes",
    (contentType) => {
      const found = read(contentType, BODY);
      const lines = linesOf(found);
      for (const line of ["Summary", "Problem list", "Active", "Opioid use", "Opioid dependence"]) expect(lines).toContain(line);
      expect(lines).not.toContain("OBS");
      expect(found?.whole).toBe(true);
      expect(found?.codes).toEqual([
        { system: "2.16.840.1.113883.5.25", code: "R" },
        { system: "2.16.840.1.113883.6.1", code: "11450-4" },
        { system: "2.16.840.1.113883.6.90", code: "F11.20" },
      ]);
    },
  );

  test.each([
    [
      "a body that is no XML",
      '<component><nonXMLBody><text mediaType="application/pdf" representation="B64">JVBERi0x</text></nonXMLBody></component>',
    ],
    ["an image", '<entry><observationMedia><value mediaType="image/png" representation="B64">AAAA</value></observationMedia></entry>'],
  ])("D10: with %s it is not whole", (_, body) => {
    expect(read("application/hl7-v3+xml", ccda(body))).toMatchObject({ whole: false, text: expect.stringContaining("Summary") });
  });

  test("D10: an element that closes itself does not swallow what follows", () => {
    const found = read("text/xml", ccda("<text>heroin<br/>use</text><style/><p>x</p>", "<title/>"));
    expect(linesOf(found)).toEqual(expect.arrayContaining(["heroin", "use", "x"]));
  });

  test("D10: entities that a document defines are not expanded, and it is not whole", () => {
    const lol = Array.from({ length: 20 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
    const found = read("text/xml", `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${lol}]><x>heroin &l20;</x>`);
    expect(found).toMatchObject({ whole: false, text: expect.stringContaining("heroin") });
    expect(found?.text.length).toBeLessThan(5_000);
    expect(read("text/xml", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x>heroin</x>')?.text).not.toContain("root:");
  });

  test("D10: CDATA, prefixes, and HTML that was written as text", () => {
    expect(linesOf(read("text/xml", "<a:x><a:y><![CDATA[heroin]]></a:y></a:x>"))).toEqual(["heroin"]);
    expect(linesOf(read("text/xml", "<x>&lt;b&gt;hero&lt;/b&gt;in</x>"))).toContain("heroin");
  });

  test("D10: FHIR in XML: values are words", () => {
    expect(
      linesOf(read("application/fhir+xml", '<Condition xmlns="http://hl7.org/fhir"><code><text value="Opioid use"/></code></Condition>')),
    ).toEqual(["Opioid use"]);
  });

  test("D10: elements nested without end: what was read counts, and it is not whole", () => {
    const found = read("text/xml", `<x>heroin${"<y>".repeat(500_000)}${"</z>".repeat(500_000)}`);
    expect(found).toMatchObject({ whole: false, text: expect.stringContaining("heroin") });
  });

  test("D10: codes and base64 that are too many or too long make it not whole", () => {
    expect(read("text/xml", `<x>heroin<y value="${base64(Buffer.alloc(90, "scan"))}"/></x>`)?.whole).toBe(false);
    expect(read("text/xml", `<x>${'<c code="a" codeSystem="b"/>'.repeat(20_001)}</x>`)).toMatchObject({ whole: false });
  });
});
