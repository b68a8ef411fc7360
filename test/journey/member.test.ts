/**
 * The member's journey through a real browser: sample app → sign-in → authorization screen → token → what the app shows.
 * Each case signs in as another member, or as one who allowed nothing yet, so that no case meets another's answer.
 */

import { DEMO_MEMBERS } from "@member-exchange/demo";
import type { Member } from "@member-exchange/realm-config";
import { RECORD_PARTS } from "@member-exchange/sharing-policy";
import type { Browser } from "playwright-core";
import { type Choice, MemberBrowser, openBrowser } from "../support/member-browser.ts";
import { SENSITIVE_CODES } from "../synthea-sensitive-codes.ts";

const memberNamed = (name: string): Member => DEMO_MEMBERS.find(({ username }) => username === name) as Member;

const [LABORATORY] = RECORD_PARTS.Observation;

interface Observation {
  readonly resourceType: string;
  readonly category: readonly { readonly coding: readonly { readonly code: string }[] }[];
}

/** Sensitive codes of these categories that stand in what the app received. */
function received(browser: MemberBrowser, ...categories: string[]): string[] {
  const text = browser.receivedText();
  const wanted = SENSITIVE_CODES.filter(({ category }) => categories.includes(category));
  return [...new Set(wanted.filter(({ code }) => text.includes(`"${code}"`)).map(({ code }) => code))];
}

let browser: Browser;
let member: MemberBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  member = await MemberBrowser.open(browser);
});
afterEach(async () => {
  expect(member.errors).toEqual([]);
  await member.context.close();
});

async function share(who: Member, choice: Choice): Promise<Record<string, number>> {
  await member.connect();
  await member.signIn(who);
  await member.choose(choice);
  await member.allow();
  expect(await member.status("connected", "refused", "error", "declined")).toBe("connected");
  return member.counts();
}

test("R5, R7, R10: share everything: the app gets the record, sensitive information included", async () => {
  const who = memberNamed("bobbi");
  const counts = await share(who, { mode: "everything" });
  expect(await member.page.textContent("#patient")).toBe(who.fhirPatient);
  expect(counts).toMatchObject({ Patient: 1 });
  for (const type of ["Condition", "Encounter", "Observation", "ExplanationOfBenefit"]) expect(counts[type]).toBeGreaterThan(0);
  expect(received(member, "PSY", "SUD", "HIV").length).toBeGreaterThan(0);
});

test.each([["gale"], ["albertha"]])(
  "R4: all but sensitive, the preselected way, as %s: none of the sensitive codes arrives, name and address do",
  async (name) => {
    const who = memberNamed(name);
    const counts = await share(who, { mode: "all-but-sensitive" });
    expect(counts.Patient).toBe(1);
    expect(counts.Observation).toBeGreaterThan(0);
    expect(received(member, "PSY", "SUD", "HIV")).toEqual([]);
    expect(await member.page.textContent("#person")).toContain(who.lastName);
    expect(member.receivedText()).toContain("postalCode");
  },
);

test("R8: withhold behavioural health only: mental-health codes stay out, the other categories arrive", async () => {
  const who = memberNamed("jerrod");
  const categories = { PSY: false, SUD: true, HIV: true, STD: true, SEX: true, SDV: true, GDIS: true, COGN: true, DEMO: true };
  await share(who, { mode: "chosen", categories });
  expect(received(member, "PSY")).toEqual([]);
  expect(received(member, "SUD").length).toBeGreaterThan(0);
});

test("R8: withhold demographics: the record arrives without name, birth date and address", async () => {
  const who = memberNamed("evelyn");
  const counts = await share(who, { mode: "chosen", categories: { DEMO: false } });
  expect(counts.Patient).toBe(1);
  expect(counts.Observation).toBeGreaterThan(0);
  expect(await member.page.textContent("#patient")).toBe(who.fhirPatient);
  expect(member.receivedText()).not.toContain(who.lastName);
  const patient = member.received.map(({ body }) => body).find((body) => body.includes(`"resourceType":"Patient"`)) ?? "";
  expect(patient).not.toContain(`"birthDate":"`);
  expect(patient).not.toContain("postalCode");
});

test("R8: take one data type away: it is neither granted nor sent", async () => {
  const counts = await share(memberNamed("chance"), { mode: "chosen", without: ["Observation"] });
  expect(counts.Observation).toBeUndefined();
  expect(counts.Encounter).toBeGreaterThan(0);
  const scopes = (await member.page.textContent("#granted-scopes")) ?? "";
  expect(scopes).toContain("patient/Encounter.rs");
  expect(scopes).not.toContain("patient/Observation.rs");
  expect(scopes).not.toContain("patient/*");
});

test("don't allow: the app is told access_denied and gets nothing", async () => {
  await member.connect();
  await member.signIn(memberNamed("arturo"));
  await member.deny();
  expect(await member.status("declined", "connected", "error")).toBe("declined");
  expect(member.received.filter(({ url, status }) => status === 200 && url.includes("/Patient"))).toEqual([]);
});

test("R8: laboratory results without the rest: only those are granted, and only those arrive", async () => {
  const counts = await share(memberNamed("arturo"), { mode: "chosen", parts: { Observation: ["laboratory"] } });
  expect(counts.Observation).toBeGreaterThan(0);
  expect(counts.Condition).toBeGreaterThan(0);
  const scopes = ((await member.page.textContent("#granted-scopes")) ?? "").split(/\s+/).filter((scope) => scope.includes("Observation"));
  expect(scopes).toEqual([`patient/Observation.rs?category=${LABORATORY.system}|${LABORATORY.code}`]);
  const bundles = member.received.filter(({ body }) => body.includes(`"resourceType":"Bundle"`)).map(({ body }) => JSON.parse(body));
  const resources: Observation[] = bundles.flatMap(({ entry = [] }) => entry.map(({ resource }: { resource: Observation }) => resource));
  const observations = resources.filter(({ resourceType }) => resourceType === "Observation");
  const codes = observations.map(({ category }) => category.flatMap(({ coding }) => coding.map(({ code }) => code)));
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.filter((own) => !own.includes("laboratory"))).toEqual([]);
});

test("R6: a wrong password: the page says so and the right one goes on", async () => {
  const who = memberNamed("delphine");
  await member.connect();
  await member.signIn({ ...who, password: "not-the-password" });
  expect(await member.page.textContent("#input-error")).toMatch(/\w/);
  await member.signIn(who);
  await member.page.waitForSelector("#allow");
});

test("return with a remembered choice: no screen, the same answer; refresh keeps working", async () => {
  const who = memberNamed("joesph");
  const first = await share(who, { mode: "chosen", without: ["Claim", "ExplanationOfBenefit"] });
  await member.page.click("#refresh");
  expect(await member.status("connected", "error", "refused")).toBe("connected");
  await member.page.click("#download");
  expect(await member.status("connected", "error", "refused")).toBe("connected");
  expect(await member.counts()).toEqual(first);

  const later = await MemberBrowser.open(browser);
  await later.connect();
  await later.signIn(who);
  expect(await later.status("connected", "refused", "error")).toBe("connected");
  expect(await later.counts()).toEqual(first);
  await later.context.close();
});
