/** Section 4 of docs/contracts.md, seen from the member's side. */
import { ALL_RESOURCE_TYPES, CATEGORIES, GRANULAR_SCOPES, OWNER_TYPES, SHAREABLE_CATEGORIES } from "@member-exchange/sharing-policy";
import { createEvent, fireEvent, screen, within } from "@testing-library/react";
import { element, postedBy, renderAuthorization } from "../../../test/render";
import { APPS, authorizationOf } from "../mocks/authorization";

const SENSITIVE = SHAREABLE_CATEGORIES.filter((code) => code !== "DEMO");
const summary = () => element("summary").textContent;

describe("who asks and for what", () => {
  test.each(Object.entries(APPS))("R12 an app of a %s is named, with its owner type in words", async (ownerType, client) => {
    await renderAuthorization({ client });
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(client.name);
    const who = within(screen.getByRole("region", { name: "Who is asking" }));
    expect(who.getByText(client.name, { selector: ".name bdi" })).toBeInTheDocument();
    expect(who.getByRole("list").textContent).not.toContain(ownerType);
    expect(who.getByText("We checked who runs it")).toBeInTheDocument();
    expect(who.getByText(/Maria Gomez/).closest("strong")).toHaveTextContent("Maria Gomez (you)");
  });

  test("R7 an app that the plan did not check says so", async () => {
    await renderAuthorization({ client: { ...APPS.developer, verified: false } });
    expect(screen.getByText("We have not checked who runs it")).toBeInTheDocument();
    expect(screen.queryByText(/recommend/)).toBeNull();
  });

  test("R7 what is asked for is in words, never in scopes", async () => {
    const page = await renderAuthorization();
    expect(screen.getByRole("region", { name: "What it asks for" })).toHaveTextContent("Visits and health problems");
    expect(page.textContent).not.toMatch(/patient\/|\.rs\b/);
  });

  test("R7 an app that asks for part of a group is not said to ask for the group", async () => {
    const types = authorizationOf("developer").types.filter(({ type }) => type === "ImagingStudy");
    await renderAuthorization({ types });
    const asks = screen.getByRole("region", { name: "What it asks for" });
    expect(asks).toHaveTextContent("X-rays and other scans");
    expect(asks).not.toHaveTextContent("Test results");
  });

  test("R14 for another person the page names whose record it is", async () => {
    await renderAuthorization({ person: { name: "Leo Gomez", relationship: "parent" } });
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Share Leo Gomez’s health records");
    expect(screen.getByText(/asks Evergreen Health Plan for a copy of|for a copy of/)).toHaveTextContent("a copy of Leo Gomez’s records");
    expect(screen.getByText(/You act for/)).toHaveClass("notice");
  });
});

describe("how much", () => {
  test("D5 all but sensitive is preselected", async () => {
    await renderAuthorization();
    expect(element("mode-all-but-sensitive")).toBeChecked();
    expect(summary()).toBe("You share all it asks for, except sensitive topics. Personal details are shared too.");
    expect(element("kept-private")).toHaveTextContent("All sensitive topics, and psychotherapy notes");
  });

  test("R4 no sensitive category is ticked at the start, and each has a tick of its own", async () => {
    await renderAuthorization();
    for (const code of SENSITIVE) expect(element(`category-${code}`)).not.toBeChecked();
    expect(element("category-DEMO")).toBeChecked();
  });

  test("R5 sharing everything is one press and Allow", async () => {
    await renderAuthorization();
    fireEvent.click(element("mode-everything"));
    expect(postedBy("allow")).toMatchObject({ mode: ["everything"], decision: ["allow"] });
    expect(summary()).toContain("You also share all sensitive topics");
    expect(element("mode-everything")).toHaveAccessibleDescription(
      /It also shares these sensitive topics:.*HIV.*Psychotherapy notes: .*never shared/,
    );
  });

  test("R4 that a letter may still mention a private topic is said where topics stay private", async () => {
    const page = await renderAuthorization();
    expect(element("mode-all-but-sensitive")).toHaveAccessibleDescription(/A letter or note may still mention one/);
    expect(page.querySelector(".sensitive")).toHaveTextContent(/A letter or note may still mention one\..*uncheck “Letters and notes” too/);
  });

  test("D5 psychotherapy notes have no tick and are said never to be shared", async () => {
    const page = await renderAuthorization();
    const never = CATEGORIES.filter((category) => category.default === "always-withheld").map(({ code }) => code);
    for (const code of never) expect(document.getElementById(`category-${code}`)).toBeNull();
    expect(page.querySelector(".never")).toHaveTextContent("Psychotherapy notes Never shared");
  });

  test("R8 the member withholds a kind of record and personal details, and shares one topic", async () => {
    await renderAuthorization({ mode: "chosen" });
    fireEvent.click(element("type-Immunization"));
    fireEvent.click(element("category-DEMO"));
    fireEvent.click(element("category-HIV"));
    const { scope, category } = postedBy("allow");
    expect(scope).toHaveLength(ALL_RESOURCE_TYPES.length - 1);
    expect(scope).not.toContain("patient/Immunization.rs");
    expect(category).toEqual(["HIV"]);
    expect(summary()).toBe("You share 11 of 12 kinds of records. Personal details stay private. Sensitive topics shared: HIV.");
    expect(element("kept-private")).toHaveTextContent(/^Vaccines; Personal details; .*Psychotherapy notes$/);
  });

  test("R8 the slip follows every topic, up to all of them", async () => {
    await renderAuthorization({ mode: "chosen" });
    for (const code of SENSITIVE.slice(1)) fireEvent.click(element(`category-${code}`));
    expect(summary()).toContain(`You share ${SENSITIVE.length - 1} of ${SENSITIVE.length} sensitive topics.`);
    fireEvent.click(element(`category-${SENSITIVE[0]}`));
    expect(summary()).toContain("All sensitive topics are shared.");
  });

  test("R8 a group's tick ticks its parts and is not posted itself", async () => {
    await renderAuthorization({ mode: "chosen" });
    fireEvent.click(element("group-results"));
    expect(element("type-Observation")).not.toBeChecked();
    fireEvent.click(element("type-Observation"));
    expect(element("group-results").indeterminate).toBe(true);
    expect(Object.keys(postedBy("allow")).sort()).toEqual(["category", "decision", "duration", "mode", "part", "scope"]);
  });
});

describe("what is closed to a representative", () => {
  const bean = authorizationOf("developer");
  const categories = bean.categories.map((category) => ({ ...category, closed: ["SEX", "SUD"].includes(category.code) }));
  const forLeo = { person: { name: "Leo Gomez", relationship: "parent" }, categories };

  test("D5 it is said in plain words, with whose it is, and has no tick", async () => {
    await renderAuthorization({ ...forLeo, mode: "chosen" });
    for (const code of ["SEX", "SUD"]) expect(document.getElementById(`category-${code}`)).toBeNull();
    expect(element("closed-SEX")).toHaveTextContent(
      /Sexual and reproductive health Stays private\s*Only Leo Gomez can share this topic\..*does not mean that there are such records\.$/,
    );
    for (const { code } of categories) if (code !== "DEMO") fireEvent.click(document.getElementById(`category-${code}`) ?? document.body);
    expect(postedBy("allow").category).not.toEqual(expect.arrayContaining(["SEX"]));
    expect(element("kept-private")).toHaveTextContent("Alcohol and drug use; Sexual and reproductive health; Psychotherapy notes");
  });

  test("D5 sharing everything does not promise it, and needs no end for it", async () => {
    await renderAuthorization(forLeo);
    fireEvent.click(element("mode-everything"));
    expect(summary()).toBe("You share everything you can share. Some topics stay private.");
    const everything = screen.getByRole("radio", { name: "Share everything you can share" });
    expect(everything).toHaveAccessibleDescription(
      /It also shares these sensitive topics:(?!.*Alcohol and drug use.*Psychotherapy notes:).*HIV/,
    );
    expect(screen.getByText(/can share these topics/)).toHaveTextContent(
      "Only Leo Gomez can share these topics, so they stay private: Alcohol and drug use; Sexual and reproductive health.",
    );
    expect(element("duration-until-stopped")).toBeEnabled();
  });

  test("D5 in Spanish", async () => {
    await renderAuthorization(
      { ...forLeo, categories: authorizationOf("developer", "es").categories.map((one) => ({ ...one, closed: one.code === "HIV" })) },
      "es",
    );
    expect(element("closed-HIV")).toHaveTextContent(/^VIH Queda en privado\s*Solo Leo Gomez puede compartir este tema\./);
  });
});

describe("what the plan decides", () => {
  const bean = authorizationOf("developer");

  test("a category of the plan's own stands on the page in the plan's words", async () => {
    const dental = {
      code: "DENT",
      name: "Dental care",
      body: "Visits to the dentist.",
      chosen: false,
      needsEnd: false,
      sensitive: true,
      closed: false,
      added: false,
    };
    await renderAuthorization({ categories: [...bean.categories, dental] });
    expect(element("category-DENT")).toHaveAccessibleName("Dental care");
    expect(element("category-DENT")).toHaveAccessibleDescription("Visits to the dentist.");
  });

  test("personal details that start private are not said to be shared", async () => {
    const categories = bean.categories.map((category) => ({ ...category, sensitive: true, chosen: false }));
    const page = await renderAuthorization({ categories });
    expect(summary()).toBe(
      "You share all the kinds of records it asks for. Personal details stay private. All sensitive topics stay private.",
    );
    expect(page.querySelector(".private-list")).toHaveTextContent("Personal details");
    expect(screen.getByText(/and so do personal details:/)).toBeInTheDocument();
    expect(element("kept-private")).toHaveTextContent(/^Personal details; All sensitive topics/);
  });
});

describe("for how long", () => {
  test.each(Object.entries(OWNER_TYPES))("D7 the shortest duration is preselected for a %s", async (ownerType, { durations }) => {
    await renderAuthorization({ ...authorizationOf(ownerType as keyof typeof OWNER_TYPES) });
    expect(durations.map((value) => element(`duration-${value}`).checked)).toEqual(durations.map((_, index) => index === 0));
  });

  test("D7 an end is a date in words", async () => {
    await renderAuthorization();
    expect(screen.getByRole("radio", { name: "Until February 23, 2027" })).toHaveAccessibleDescription(/3 months/);
  });

  test("D7 a duration without end cannot be picked while a topic that needs an end is shared, and the page says why", async () => {
    await renderAuthorization({ mode: "chosen" });
    fireEvent.click(element("duration-until-stopped"));
    fireEvent.click(element("category-SUD"));
    expect(element("duration-until-stopped")).toBeDisabled();
    expect(element("duration-until-stopped")).toHaveAccessibleDescription(/Alcohol and drug use.*pick a time that ends/);
    expect(postedBy("allow").duration).toEqual(["P1Y"]);
    expect(element("duration-moved")).toHaveTextContent(
      "By law, sharing this topic needs an end: Alcohol and drug use. We changed “Until I stop sharing” to “Until November 23, 2027”. Keep that or pick another.",
    );
    fireEvent.click(element("duration-P3M"));
    expect(element("duration-moved")).toBeEmptyDOMElement();
    fireEvent.click(element("category-SUD"));
    expect(element("duration-until-stopped")).toBeEnabled();
  });

  test("D7 sharing everything needs an end as well", async () => {
    await renderAuthorization();
    fireEvent.click(element("mode-everything"));
    expect(element("duration-until-stopped")).toBeDisabled();
  });
});

describe("the decision", () => {
  test("R7 without any change the form posts the preselected answer by the contract", async () => {
    const page = await renderAuthorization();
    const form = page.querySelector("form");
    expect(form).toHaveAttribute("method", "post");
    expect(postedBy("allow")).toEqual({
      mode: ["all-but-sensitive"],
      scope: expect.arrayContaining(ALL_RESOURCE_TYPES.map((type) => `patient/${type}.rs`)),
      part: expect.arrayContaining(GRANULAR_SCOPES.filter((scope) => scope.includes(".rs?"))),
      category: ["DEMO"],
      duration: ["once"],
      decision: ["allow"],
    });
    expect(postedBy("deny").decision).toEqual(["deny"]);
  });

  test("D5 Allow and Don’t allow weigh the same", async () => {
    await renderAuthorization();
    const [allow, deny] = [element("allow"), element("deny")];
    expect([deny.tagName, deny.className, deny.parentElement]).toEqual([allow.tagName, allow.className, allow.parentElement]);
  });

  test("D5 Enter decides nothing: the form's first button is hidden and posts stay", async () => {
    const page = await renderAuthorization();
    const first = page.querySelector<HTMLButtonElement>("form button");
    expect([first?.hidden, first?.name, first?.value, first?.type]).toEqual([true, "decision", "stay", "submit"]);
    const radio = element("mode-everything");
    const enter = createEvent.keyDown(radio, { key: "Enter" });
    fireEvent(radio, enter);
    expect(enter.defaultPrevented).toBe(true);
  });

  test("R8 Allow with nothing ticked stays on the page and says what to do", async () => {
    await renderAuthorization({ mode: "chosen" });
    fireEvent.click(screen.getByRole("button", { name: /Uncheck all/ }));
    const allow = element<HTMLButtonElement>("allow");
    const submit = createEvent.submit(allow.form as HTMLFormElement);
    Object.defineProperty(submit, "submitter", { value: allow });
    fireEvent(allow.form as HTMLFormElement, submit);
    expect(submit.defaultPrevented).toBe(true);
    expect(screen.getByRole("alert")).toHaveTextContent("Check at least one kind of record");
  });
});

describe("why the page came back", () => {
  test.each([
    ["nothing-chosen", "Check at least one kind of record"],
    ["needs-end", "needs an end: Alcohol and drug use"],
    ["not-understood", "We could not read your answer"],
    ["of-a-newer-server", "We could not read your answer"],
  ])("D7 problem %s is said at once and has the focus", async (problem, text) => {
    const categories = authorizationOf("developer").categories.map((category) => ({ ...category, chosen: true }));
    await renderAuthorization({ problem, mode: "chosen", categories });
    expect(screen.getByRole("alert")).toHaveTextContent(text);
    expect(screen.getByRole("alert")).toHaveFocus();
    expect(document.title).toMatch(/^Error: /);
  });

  test("R8 posted ticks stand when the page comes back", async () => {
    const bean = authorizationOf("developer");
    const types = bean.types.map((type) => ({ ...type, chosen: type.type === "Observation" }));
    const categories = bean.categories.map((category) => ({ ...category, chosen: category.code === "PSY" }));
    await renderAuthorization({ types, categories, mode: "chosen" });
    expect(postedBy("allow")).toMatchObject({ scope: ["patient/Observation.rs"], category: ["PSY"] });
    expect(element("parts-results")).toHaveAttribute("open");
  });

  test("D1 a returning member reads that the new answer replaces the old one", async () => {
    await renderAuthorization({ returning: true });
    expect(screen.getByText(/takes the place of the earlier one/)).toBeInTheDocument();
  });
});

test("D7 a page that opens on everything without end moves to an end at once", async () => {
  const bean = authorizationOf("developer");
  const durations = bean.durations.map((duration) => ({ ...duration, chosen: duration.open }));
  await renderAuthorization({ mode: "everything", durations, problem: "needs-end" });
  expect(postedBy("allow").duration).toEqual(["P1Y"]);
  expect(screen.getByRole("alert")).toHaveTextContent("We changed “Until I stop sharing” to “Until November 23, 2027”.");
});
