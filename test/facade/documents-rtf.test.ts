/** D10: rich text is read for judging. */
import { linesOf, read } from "./support/documents.ts";

const rtf = (body: string) =>
  read("application/rtf", `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red1;}${body}}`);

describe("D10: RTF", () => {
  test.each([
    ["words and formats", "\\b Her\\b0 oin\\i  use\\par next", ["Heroin use", "next"]],
    ["bytes of the code page", "caf\\'e9 \\'93x\\'94", ["café “x”"]],
    ["Unicode with its substitute", "depresi\\u243?n \\u-10179?\\u-8704?", ["depresión 😀"]],
    ["substitutes of another length", "\\uc2 depresi\\u243\\'3f\\'3fn{\\uc0 \\u243}n", ["depresiónón"]],
    ["cells and rows", "\\trowd No\\cell heroin\\cell\\row x\\tab y\\line z", ["No", "heroin", "x", "y", "z"]],
    ["escaped signs", "a \\{b\\} \\\\ c\\~d hero\\-in self\\_harm", ["a {b} \\ c d heroin self-harm"]],
    ["line breaks of the file", "her\r\noin", ["heroin"]],
    ["a comment and a field", "x {\\*\\annotation heroin}{\\field{\\*\\fldinst REF a}{\\fldrslt y}}", ["x heroinREF ay"]],
    ["tables of styles and of versions", "{\\stylesheet{\\s1 Heading;}}{\\*\\generator Word;}x", ["x"]],
    ["the title of the document", "{\\info{\\title heroin}}\\par x", ["heroin", "x"]],
    ["dashes and quotes", "a\\emdash b\\rquote c", ["a—b’c"]],
  ])("D10: %s", (_, body, lines) => {
    const found = rtf(body);
    expect(linesOf(found)).toEqual(lines);
    expect(found?.whole).toBe(true);
  });

  test("D10: code pages of several bytes, and of old", () => {
    expect(read("text/rtf", "{\\rtf1\\ansi\\ansicpg932 \\'93\\'fa\\'96\\'7b}")).toMatchObject({ text: "日本", whole: true });
    expect(read("text/rtf", "{\\rtf1\\pc heroin \\'82}")).toMatchObject({ text: expect.stringContaining("heroin"), whole: false });
    expect(read("text/rtf", "{\\rtf1\\pc heroin}")).toMatchObject({ text: "heroin", whole: true });
  });

  test.each([
    ["a picture", "{\\pict\\pngblip 89504e47}"],
    ["a picture in bytes", "{\\*\\shppict{\\pict\\bin4 {{}}}}"],
    ["an object", "{\\object\\objemb{\\*\\objdata 0105}}"],
    ["a drawing", "{\\shp{\\*\\shpinst{\\shptxt x}}}"],
    ["a file elsewhere", "{\\field{\\*\\fldinst INCLUDEPICTURE x.png}}"],
    ["HTML inside", "\\fromhtml1 {\\*\\htmltag <p>}"],
  ])("D10: with %s the words count and the document is not whole", (_, body) => {
    const found = rtf(`heroin ${body} use`);
    expect(found?.whole).toBe(false);
    expect(found?.text).toMatch(/heroin.*use/s);
  });

  test.each([
    ["an end that is missing", "{\\rtf1 heroin {\\b use"],
    ["an end too many", "{\\rtf1 heroin}} use"],
    ["a slash at the end", "{\\rtf1 heroin\\"],
    ["bytes that go on after the end", "{\\rtf1 heroin \\bin99999999 x}"],
  ])("D10: %s: the words count and the document is not whole", (_, content) => {
    expect(read("application/rtf", content)).toMatchObject({ whole: false, text: expect.stringContaining("heroin") });
  });

  test("D10: groups without end are read in a loop, not in depth", () => {
    expect(read("application/rtf", `{\\rtf1 heroin ${"{".repeat(2_000_000)}`)).toMatchObject({ whole: false });
  });
});
