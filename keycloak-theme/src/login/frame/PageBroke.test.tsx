/** R7: a page whose script fails half-way leaves nothing that could be pressed. */
import { render, screen } from "@testing-library/react";
import { PageBroke } from "./PageBroke";

function Broken(): never {
  throw new Error("no words for this");
}

test("the form is gone, and the page says in both languages that the answer did not count", () => {
  const logged = jest.spyOn(console, "error").mockImplementation(() => undefined);
  render(
    <PageBroke>
      <form>
        <button type="submit">Allow</button>
        <Broken />
      </form>
    </PageBroke>,
  );
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByRole("main")).toHaveTextContent(/Your answer did not count.*su respuesta no contó/);
  logged.mockRestore();
});
