/** Section 4 of docs/contracts.md: a member who may decide for several people says first whose records (R14). */
import { screen, within } from "@testing-library/react";
import { element, postedBy, renderAuthorization, renderChoosePerson } from "../../../test/render";
import { APPS, authorizationOf, HOSTILE, PEOPLE } from "../mocks/authorization";

const radios = () => screen.getAllByRole<HTMLInputElement>("radio");

describe("whose records", () => {
  test("R14 the page says which app asks, and names every person with the member's role in words", async () => {
    await renderChoosePerson();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Whose records?");
    expect(screen.getByRole("region", { name: "Who is asking" })).toHaveTextContent(APPS.developer.name);
    expect(screen.getByRole("radio", { name: "Leo Gomez" })).toHaveAccessibleDescription("You are the parent.");
    expect(screen.getByRole("radio", { name: "Hector Alvarez" })).toHaveAccessibleDescription("You are the guardian.");
  });

  test("R14 an app that is connected for a person says so, there only", async () => {
    await renderChoosePerson();
    expect(screen.getByRole("radio", { name: "Maria Gomez" })).toHaveAccessibleDescription(
      "These are your own records. Willow Diary is already connected for this person.",
    );
    expect(screen.getAllByText(/already connected/)).toHaveLength(1);
  });

  test.each(["step-parent", "constructor"])("R14 the relationship %s has no words of its own: said in general", async (relationship) => {
    const page = await renderChoosePerson({ people: PEOPLE.map((person) => ({ ...person, relationship })) });
    expect(screen.getByRole("radio", { name: "Leo Gomez" })).toHaveAccessibleDescription("You act for this person.");
    expect(page).not.toHaveTextContent(relationship);
  });

  test("D5 nobody is picked for the member, and somebody has to be", async () => {
    await renderChoosePerson();
    expect(radios().map(({ checked, required }) => [checked, required])).toEqual(PEOPLE.map(() => [false, true]));
  });

  test("D5 one person alone is picked", async () => {
    await renderChoosePerson({ people: PEOPLE.slice(0, 1) });
    expect(radios().map(({ checked }) => checked)).toEqual([true]);
  });

  test("R7 names from outside stay text", async () => {
    const page = await renderChoosePerson({ client: HOSTILE, people: PEOPLE.map((person) => ({ ...person, name: HOSTILE.ownerName })) });
    expect(page.querySelector("script, img")).toBeNull();
    const names = within(element("people")).getAllByText(HOSTILE.ownerName);
    expect(names.map(({ tagName }) => tagName)).toEqual(PEOPLE.map(() => "BDI"));
  });
});

describe("the answer", () => {
  test("R14 the form is plain and posts the person and the decision", async () => {
    const page = await renderChoosePerson();
    expect(page.querySelector("form")).toHaveAttribute("method", "post");
    expect(postedBy("continue")).toEqual({ decision: ["continue"] });
    radios()[1]?.click();
    expect(postedBy("continue")).toEqual({ person: ["1"], decision: ["continue"] });
    expect(postedBy("deny").decision).toEqual(["deny"]);
  });

  test("D5 the two buttons weigh the same, and saying no needs nobody picked", async () => {
    await renderChoosePerson();
    const [go, deny] = [element<HTMLButtonElement>("continue"), element<HTMLButtonElement>("deny")];
    expect([deny.tagName, deny.className, deny.parentElement]).toEqual([go.tagName, go.className, go.parentElement]);
    expect([go.formNoValidate, deny.formNoValidate]).toEqual([false, true]);
  });

  test("D7 an answer that was not understood is said at once and has the focus", async () => {
    await renderChoosePerson({ problem: "not-understood" });
    expect(screen.getByRole("alert")).toHaveTextContent("We could not read your answer");
    expect(screen.getByRole("alert")).toHaveFocus();
    expect(document.title).toMatch(/^Error: /);
  });
});

describe("on the authorization page", () => {
  const person = { name: "Tom Member", relationship: "parent" };

  test("R14 the person stands with the member's role in words", async () => {
    await renderAuthorization({ person });
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Share Tom Member’s health records with Willow Diary?");
    expect(element("whose-record")).toHaveTextContent("Whose records: Tom Member (you are the parent)");
  });

  test("R14 a member who chose may go back and choose someone else; another member has no such button", async () => {
    await renderAuthorization({ person, choosesPerson: true, mode: "chosen" });
    const button = screen.getByRole("button", { name: "Someone else’s records" });
    expect(button).toHaveAttribute("type", "submit");
    expect(postedBy(button.id).decision).toEqual(["person"]);
  });

  test("R14 a member with one record has no such button", async () => {
    await renderAuthorization(authorizationOf("developer"));
    expect(screen.queryByRole("button", { name: /Someone else/ })).toBeNull();
  });
});

test("R14 the page in Spanish", async () => {
  const page = await renderChoosePerson({}, "es");
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("¿De quién son los datos?");
  expect(screen.getByRole("radio", { name: "Leo Gomez" })).toHaveAccessibleDescription("Usted es su padre o madre.");
  expect(page).not.toHaveTextContent(/\b(records|person|share|you)\b/i);
});
