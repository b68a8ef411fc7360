/** The page of connected apps: what is shown, changed and stopped, and what is said when that does not work. */
import { partsOf, partToken, SHAREABLE_CATEGORIES } from "@member-exchange/sharing-policy";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { wordsFor } from "../login/words";
import { planOf } from "../plan/plan";
import { ConnectedApps } from "./ConnectedApps";
import type { Connection, Connections, Trouble } from "./connections";
import { BY_OTHERS, connectionOf, ENVIRONMENT, HOSTILE, NOW, pretend, SOME } from "./mocks/connections";
import { Page, planContext } from "./Page";
import { accountWordsFor } from "./words";

type Troubles = Partial<Record<keyof Connections, Trouble[]>>;
const NO_POLICY = { categories: [], resourceTypes: [] };
const [FIRST, CLINIC, CHILD] = SOME as [Connection, Connection, Connection];
const signIn = jest.fn();

beforeEach(() => {
  jest.spyOn(Date, "now").mockReturnValue(NOW);
  history.replaceState(null, "", "#");
});
afterEach(() => jest.restoreAllMocks());

async function open(list: readonly Connection[] = SOME, { language = "en", troubles = {} as Troubles, hash = "#" } = {}) {
  history.replaceState(null, "", hash);
  document.documentElement.lang = language;
  const server = pretend(list, troubles);
  const policy = ENVIRONMENT.policy ?? NO_POLICY;
  const page = (
    <Page environment={ENVIRONMENT} language={language} signOut={() => {}}>
      <ConnectedApps
        connections={server.connections}
        language={{ words: wordsFor(language), own: accountWordsFor(language), policy }}
        plan={planOf(planContext(ENVIRONMENT)).name}
        signIn={signIn}
      />
    </Page>
  );
  const { container } = await act(async () => render(page));
  return { ...server, container };
}
const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const follow = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole("link", { name })));
const tick = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole("checkbox", { name })));
const card = (name: string) => within(screen.getByRole("article", { name }));
const title = () => screen.getByRole("heading", { level: 1 });

describe("the list", () => {
  test("says of each app who runs it, what it gets, what stays private, for whom, since when, until when and when it was used", async () => {
    await open();
    const willow = screen.getByRole("article", { name: "Willow Diary" });
    expect(willow).toHaveTextContent("Who runs itWillow Diary Company. It is not a doctor or a health plan.");
    expect(willow).toHaveTextContent("All the kinds of records it asked for:");
    for (const group of ["Medicines", "Claims and costs", "Personal details are shared.", "We checked who runs it"])
      expect(willow).toHaveTextContent(group);
    expect(willow).toHaveTextContent("Stays privateAll sensitive topics, and psychotherapy notes");
    expect(willow).toHaveTextContent("Whose records: Maria Gomez (you)");
    expect(willow.textContent?.match(/All sensitive topics/g)).toHaveLength(1);
    expect(willow).toHaveTextContent("ConnectedMay 7, 2026");
    expect(willow).toHaveTextContent("EndsMay 7, 2027");
    expect(willow).toHaveTextContent("Last asked for recordsToday");
  });

  test("names parts where only some of a group are shared, a near end, a first use still to come, and the person represented", async () => {
    await open();
    const companion = screen.getByRole("article", { name: CHILD.client.name });
    expect(companion).toHaveTextContent("Some of the kinds of records it asked for:");
    expect(companion).toHaveTextContent("Lab tests, measurements and answers you gave");
    expect(companion).toHaveTextContent("Sensitive topics it getsGenetic information");
    expect(companion).toHaveTextContent("Ends in 9 days");
    expect(companion).toHaveTextContent("It has not asked for any records yet");
    expect(companion).toHaveTextContent("Leo Gomez (you are the parent)");
  });

  test("names the parts of a kind of record that are shared, and those that stay private", async () => {
    const part = (code: string) =>
      partsOf("Observation")
        .filter((one) => one.code === code)
        .map((one) => `patient/Observation.rs?category=${partToken(one)}`);
    const scope = ["patient/Immunization.rs", ...part("laboratory"), ...part("imaging")].join(" ");
    const types = ["Observation", "Immunization"];
    await open([connectionOf(1, { scope, resourceTypes: types, offeredTypes: types, narrowedTypes: ["Observation"] })]);
    const willow = screen.getByRole("article", { name: "Willow Diary" });
    expect(willow).toHaveTextContent("Some of the kinds of records it asked for:Lab results; What scans showVaccines");
    expect(willow).toHaveTextContent("Stays privateWeight, blood pressure and pulse");
    expect(willow).toHaveTextContent("How you live");
  });

  test("all topics shared, and an end that is open, are said", async () => {
    await open([CLINIC, connectionOf(1, { mode: "everything", sharedToday: SHAREABLE_CATEGORIES })]);
    expect(screen.getByRole("article", { name: "Willow Diary" })).toHaveTextContent("Sensitive topics it getsAll sensitive topics");
    const clinic = screen.getByRole("article", { name: CLINIC.client.name });
    expect(clinic).toHaveTextContent("EndsWhen you stop sharing");
    expect(clinic).toHaveTextContent("Last asked for recordsNovember 2, 2026");
  });

  test("an app of nobody known warns, and is not said to be checked", async () => {
    await open(HOSTILE);
    expect(screen.getByText(/If you don’t know it either, stop sharing/)).toHaveClass("warn");
    expect(screen.getByText("We have not checked who runs it")).toHaveClass("warn");
  });

  test("many kinds of records that stay private are one line, and the topics follow", async () => {
    await open([connectionOf(1, { mode: "chosen", resourceTypes: ["Observation"] })]);
    expect(screen.getByRole("article")).toHaveTextContent(
      "Stays privateAll other kinds of recordsAll sensitive topics, and psychotherapy notes",
    );
  });

  test("a paused app gets nothing, and can be stopped but not changed", async () => {
    await open();
    const paused = card("Paused Clinic");
    expect(paused.getByText(/It gets nothing now/)).toBeInTheDocument();
    expect(paused.queryByRole("link", { name: /Change/ })).toBeNull();
    expect(paused.getByRole("link", { name: /Stop/ })).toBeInTheDocument();
  });

  test("never shows a scope, a code or a resource type", async () => {
    const { container } = await open();
    expect(container).not.toHaveTextContent(/patient\/|\.rs|PSYTHPN|DEMO|MedicationRequest|all-but-sensitive/);
  });

  test("says of what has ended why, and that the app may keep what it has", async () => {
    await open();
    const past = within(screen.getByRole("region", { name: "Stopped or ended" }));
    expect(past.getByText(/You stopped sharing on November 3, 2026/)).toHaveTextContent("It may still have what it got before.");
    expect(past.getByText(/It ended on April 30, 2026, as you picked/)).toBeInTheDocument();
    expect(past.getByText(/you no longer act for this person/)).toBeInTheDocument();
  });

  test("R14 what others allowed stands apart: who, what they are to the member, no change; a stop unless the member is a minor", async () => {
    const { container, calls } = await open([...SOME, ...BY_OTHERS]);
    const others = within(screen.getByRole("region", { name: "Connected by others to your records" }));
    const parents = within(others.getByRole("article", { name: "Willow Diary" }));
    expect(others.getByRole("article", { name: "Willow Diary" })).toHaveTextContent("Allowed by Rosa Gomez, who is your parent");
    expect(parents.queryByRole("link", { name: /Change/ })).toBeNull();
    const guardians = within(others.getByRole("article", { name: CLINIC.client.name }));
    expect(guardians.queryAllByRole("link")).toEqual([]);
    expect(guardians.getByText(/You are under 18/)).toBeInTheDocument();
    expect(screen.getByText(/The person who allowed it stopped it on/)).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
    await act(async () => void fireEvent.click(parents.getByRole("link", { name: /Stop/ })));
    expect(screen.getByText(/will see that you stopped it/)).toBeInTheDocument();
    await press("Stop sharing");
    expect(calls.find(({ method }) => method === "stop")?.id).toBe(BY_OTHERS[0]?.id);
  });

  test("R14 a representative is told when the person stopped it", async () => {
    await open([connectionOf(1, { state: "stopped-by-member", stoppedBy: "person" })]);
    expect(screen.getByText(/The person whose records these are stopped it on May 7, 2026/)).toBeInTheDocument();
  });

  test("nothing connected: says so", async () => {
    await open([]);
    expect(screen.getByText(/No app is connected\. When you connect one/)).toBeInTheDocument();
  });

  test("a list that does not come is said, and can be asked for again", async () => {
    await open(SOME, { troubles: { list: ["no-answer"] } });
    expect(screen.getByRole("alert")).toHaveTextContent("We could not get your connected apps");
    await press("Try again");
    expect(screen.getByRole("article", { name: "Willow Diary" })).toBeInTheDocument();
  });

  test("leads to the rest of the account and out of it", async () => {
    await open();
    const account = within(screen.getByRole("navigation", { name: "Your account" }));
    expect(account.getByRole("link", { name: "Password and sign-in" })).toHaveAttribute(
      "href",
      `${ENVIRONMENT.accountUrl}account-security/signing-in`,
    );
    expect(account.getByRole("link", { name: "Connected apps" })).toHaveAttribute("aria-current", "page");
    expect(account.getByRole("button", { name: "Sign out" })).toBeInTheDocument();
  });
});

describe("a change", () => {
  test("sends the revision that was seen and the ticks, and says that it counts", async () => {
    const { calls } = await open();
    await follow(/Change Willow Diary/);
    expect(title()).toHaveFocus();
    await tick("HIV");
    expect(screen.getByText(/Sensitive topics shared: HIV\./)).toHaveAttribute("role", "status");
    await press("Save the change");
    expect(calls.find(({ method }) => method === "change")).toMatchObject({
      id: FIRST.id,
      change: { revision: 2, mode: "chosen", shared: ["DEMO", "HIV"] },
    });
    expect(document.getElementById("done")).toHaveFocus();
    expect(screen.getByRole("article", { name: "Willow Diary" })).toHaveTextContent("HIV");
  });

  test("personal details can be taken away and given back, which is again all but sensitive", async () => {
    const { calls } = await open();
    await follow(/Change Willow Diary/);
    await tick("Share personal details");
    await press("Save the change");
    await follow(/Change Willow Diary/);
    await tick("Share personal details");
    await press("Save the change");
    const sent = calls.flatMap(({ change }) => (change ? [change] : []));
    expect(sent).toEqual([
      { revision: 2, mode: "chosen", shared: [] },
      { revision: 3, mode: "all-but-sensitive", shared: ["DEMO"] },
    ]);
  });

  test("without any change everything stays everything", async () => {
    const { calls } = await open([connectionOf(1, { mode: "everything", sharedToday: SHAREABLE_CATEGORIES })]);
    await follow(/Change/);
    await press("Save the change");
    expect(calls.find(({ change }) => change)?.change?.mode).toBe("everything");
  });

  test("a topic that by law needs an end has no tick where there is none", async () => {
    await open([{ ...CLINIC, sharedToday: ["DEMO"] }]);
    await follow(/Change/);
    expect(screen.queryByRole("checkbox", { name: "Alcohol and drug use" })).toBeNull();
    expect(screen.getByText(/By law, sharing it needs an end/)).toBeInTheDocument();
  });

  test("a topic that by law needs an end says until when it would be shared", async () => {
    await open();
    await follow(/Change Willow Diary/);
    expect(screen.getByRole("checkbox", { name: "Alcohol and drug use" })).toHaveAccessibleDescription(
      /pick a time that ends\. Shared until May 7, 2027, if you check this\.$/,
    );
    expect(screen.getByText("Psychotherapy notes", { selector: "strong" })).toBeInTheDocument();
  });

  test("what is closed to a representative has no tick, and says who can share it; psychotherapy notes never have one", async () => {
    await open();
    await follow(/Change Community/);
    expect(document.getElementById("category-SEX")).toBeNull();
    expect(document.getElementById("category-PSYTHPN")).toBeNull();
    expect(screen.getByText("Sexual and reproductive health", { selector: "strong" })).toBeInTheDocument();
    expect(screen.getByText(/can share this/)).toHaveTextContent("Only Leo Gomez can share this topic.");
    expect(screen.getByText(/You act for/)).toHaveTextContent("You act for Leo Gomez.");
  });

  test("Enter in a tick decides nothing; going back changes nothing", async () => {
    const { calls, container } = await open();
    await follow(/Change Willow Diary/);
    const form = container.querySelector("form") as HTMLFormElement;
    await act(async () => void fireEvent.submit(form));
    await press("Cancel");
    expect(calls.map(({ method }) => method)).toEqual(["list"]);
    expect(title()).toHaveTextContent("Connected apps");
  });

  test("changed elsewhere meanwhile: shows what counts now, and saves on that", async () => {
    const { calls, put } = await open(SOME, { troubles: { change: ["changed-meanwhile"] } });
    await follow(/Change Willow Diary/);
    await tick("HIV");
    put(FIRST.id, { mode: "chosen", sharedToday: ["DEMO", "SEX"] });
    await press("Save the change");
    expect(screen.getByRole("alert")).toHaveTextContent("Here is what counts now");
    expect(screen.getByRole("checkbox", { name: "Sexual and reproductive health" })).toBeChecked();
    expect(screen.getByRole("checkbox", { name: "HIV" })).not.toBeChecked();
    await press("Save the change");
    expect(calls.at(-2)?.change).toEqual({ revision: 3, mode: "chosen", shared: ["DEMO", "SEX"] });
  });

  test.each<[Trouble, RegExp]>([
    ["signed-out", /not signed in any more/],
    ["needs-end", /needs an end, and/],
    ["no-answer", /we do not know if it counted/],
    ["ended", /has ended or is on hold/],
    ["gone", /can’t find this connection/],
  ])("%s is said, and nothing is claimed", async (trouble, said) => {
    await open(SOME, { troubles: { change: [trouble] } });
    await follow(/Change Willow Diary/);
    await press("Save the change");
    expect(screen.getByRole("alert")).toHaveTextContent(said);
    expect(document.getElementById("problem")).toHaveFocus();
    expect(document.getElementById("done")).toBeNull();
  });

  test("who is signed out is led to the sign-in page, by a press of their own", async () => {
    await open(SOME, { troubles: { change: ["signed-out"] } });
    await follow(/Change Willow Diary/);
    await press("Save the change");
    expect(signIn).not.toHaveBeenCalled();
    await press("Sign in again");
    expect(signIn).toHaveBeenCalledTimes(1);
  });

  test("kinds of records are not changed here; the app's page is linked", async () => {
    await open();
    await follow(/Change Willow Diary/);
    expect(screen.getByText(/press “Stop sharing”\. Then connect again/)).toBeInTheDocument();
    expect(screen.getByRole("link", { name: /Open .*Willow Diary/ })).toHaveAttribute("rel", "noopener noreferrer");
  });
});

describe("a stop", () => {
  test("is asked twice, says what it does and does not do, and is told when it is done", async () => {
    const { calls } = await open();
    await follow(/Stop sharing Willow Diary/);
    expect(calls.map(({ method }) => method)).toEqual(["list"]);
    expect(screen.getByText(/It may keep the copy it already has/)).toHaveTextContent("Ask Willow Diary Company to delete its copy");
    const [yes, no] = [screen.getByRole("button", { name: "Stop sharing" }), screen.getByRole("button", { name: "Keep sharing" })];
    expect(yes.className).toBe(no.className);
    await press("Stop sharing");
    expect(calls.at(-2)).toEqual({ method: "stop", id: FIRST.id });
    expect(screen.getByText(/It can’t get any more records/)).toBeInTheDocument();
    expect(screen.queryByRole("article", { name: "Willow Diary" })).toBeNull();
  });

  test("keeping keeps", async () => {
    const { calls } = await open();
    await follow(/Stop sharing Willow Diary/);
    await press("Keep sharing");
    expect(calls.map(({ method }) => method)).toEqual(["list"]);
  });

  test("no answer: does not say that it is stopped", async () => {
    await open(SOME, { troubles: { stop: ["no-answer"] } });
    await follow(/Stop sharing Willow Diary/);
    await press("Stop sharing");
    expect(screen.getByRole("alert")).toHaveTextContent("we do not know if it counted");
    expect(title()).toHaveTextContent("Stop sharing with");
  });

  test("an address of a connection that has ended, or of nobody's, shows the list", async () => {
    await open(SOME, { hash: `#stop/${SOME[4]?.id}` });
    expect(title()).toHaveTextContent("Connected apps");
  });
});

describe.each(["en", "es"])("in %s", (language) => {
  test.each<[string, readonly Connection[], string, Troubles]>([
    ["the list", SOME, "#", {}],
    ["an empty list", [], "#", {}],
    ["names meant to break it", HOSTILE, "#", {}],
    ["a failure", SOME, "#", { list: ["no-answer"] }],
    ["a change", SOME, `#change/${FIRST.id}`, {}],
    ["a change without an end", SOME, `#change/${CLINIC.id}`, {}],
    ["a stop", SOME, `#stop/${CHILD.id}`, {}],
  ])("axe finds nothing on %s", async (_, list, hash, troubles) => {
    const { container } = await open(list, { language, hash, troubles });
    expect((await axe(container)).violations).toEqual([]);
  });
});

test("R7 in Spanish no English is left", async () => {
  const { container } = await open(SOME.slice(0, 1), { language: "es" });
  expect(title()).toHaveTextContent("Apps conectadas");
  expect(container).not.toHaveTextContent(/\b(records|your|with|stop|change)\b/i);
});

test.each(["#", `#change/${HOSTILE[0]?.id}`, `#stop/${HOSTILE[0]?.id}`])("names from outside are text: %s", async (hash) => {
  const { container } = await open(HOSTILE, { hash });
  expect(container.querySelectorAll("script, img, b, i, iframe")).toHaveLength(0);
  expect(container.querySelector('a[href^="javascript:"]')).toBeNull();
  expect(container).toHaveTextContent("<img src=x onerror=alert(1)> & {app} $&");
  for (const bdi of screen.getAllByText(/شركة/)) expect(bdi.tagName).toBe("BDI");
});
