/** D1, D2: a member who comes back is asked about what is new; what was answered before stands beside it, closed, in a sentence. */
import { fireEvent, screen, within } from "@testing-library/react";
import { element, type Language, postedBy, renderAuthorization } from "../../../test/render";
import { authorizationOf } from "../mocks/authorization";
import { comingBack } from "../mocks/returning";

const open = (state: string, language: Language = "en") =>
  renderAuthorization(comingBack(authorizationOf("developer", language), new URLSearchParams({ state })), language);
const news = () => within(screen.getByRole("region", { name: "New in this request" }));
const before = (one: Element, other: Element) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

test("D1 a new kind of record stands first and alone; the earlier choices are closed, with what they are in a sentence", async () => {
  const page = await open("new-type");
  expect(news().getAllByRole("checkbox")).toEqual([element("type-DocumentReference")]);
  const earlier = element("earlier-choices");
  expect(earlier).not.toHaveAttribute("open");
  expect(earlier.contains(element("type-DocumentReference"))).toBe(false);
  expect(before(element("type-DocumentReference"), earlier)).toBe(true);
  expect(element("earlier-summary")).toHaveTextContent(/^You share 12 of 12 kinds of records, some only in part\./);
  expect(element("earlier-summary")).toHaveTextContent("you share only this: Lab results; Weight, blood pressure and pulse.");
  expect(page).toHaveTextContent("Your earlier choices stay as they are unless you change them.");
});

test("D1 nothing is carried over that is not posted: earlier ticks and the new one, as they are seen", async () => {
  await open("new-type");
  const { mode, scope } = postedBy("allow");
  expect(mode).toEqual(["chosen"]);
  expect(scope).toContain("patient/Observation.rs");
  for (const name of ["patient/DocumentReference.rs", "patient/Claim.rs"]) expect(scope).not.toContain(name);
  fireEvent.click(element("type-DocumentReference"));
  expect(postedBy("allow").scope).toContain("patient/DocumentReference.rs");
});

test("D2 a new topic stands first and alone, without a tick", async () => {
  await open("new-topic");
  expect(news().getAllByRole("checkbox")).toEqual([element("category-COGN")]);
  expect(element("category-COGN")).not.toBeChecked();
  expect(news().getByText(/after you last answered/)).toBeInTheDocument();
  expect(
    within(element("earlier-choices")).queryByRole("checkbox", { name: element("category-COGN").labels?.[0]?.textContent ?? "" }),
  ).toBeNull();
});

test("D1 a way that decides by itself says what it makes of the new", async () => {
  const page = await open("new-by-way");
  const told = page.querySelector<HTMLElement>(".news-told");
  expect(told?.children[0]).toHaveTextContent("Letters and visit notes Shared");
  expect(told?.children[1]).toHaveTextContent(/Stays private/);
  fireEvent.click(element("mode-everything"));
  expect(told?.children[1]).toHaveTextContent(/Shared/);
});

test("D1 prompt=consent shows the whole question, open, with the earlier ticks and a mark on what is new", async () => {
  await open("asked-again");
  expect(screen.queryByRole("region", { name: "New in this request" })).toBeNull();
  expect(document.getElementById("earlier-choices")).toBeNull();
  expect(element("type-DocumentReference")).toHaveAccessibleName(/New$/);
  expect(element("category-COGN")).toHaveAccessibleName(/New$/);
  expect(element("type-Claim")).not.toBeChecked();
});

test("D1 when the page comes back with a problem, the earlier choices are open", async () => {
  await renderAuthorization({
    ...comingBack(authorizationOf("developer"), new URLSearchParams({ state: "new-type" })),
    problem: "needs-end",
  });
  expect(element("earlier-choices")).toHaveAttribute("open");
});

test("D8 in Spanish", async () => {
  await open("new-type", "es");
  expect(screen.getByRole("region", { name: "Lo nuevo de esta vez" })).toHaveTextContent("Cartas y notas de visitas");
  expect(element("earlier-choices")).toHaveTextContent("Verlo o cambiarlo");
});
