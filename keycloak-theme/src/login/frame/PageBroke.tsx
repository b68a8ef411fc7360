/** What stands instead of a page whose script failed half-way: nothing that could still be pressed, and the way on. Both languages, because words may be what failed. */
import { Component, type ReactNode } from "react";

export class PageBroke extends Component<{ children: ReactNode }, { broke: boolean }> {
  override state = { broke: false };

  static getDerivedStateFromError() {
    return { broke: true };
  }

  override render() {
    if (!this.state.broke) return this.props.children;
    return (
      <main className="wrap flow">
        <h1>This page did not load</h1>
        <p>Your answer did not count. Load the page again. If this stays, go back to the app and start again.</p>
        <p lang="es">La página no cargó y su respuesta no contó. Cárguela otra vez. Si sigue así, vuelva a la app y empiece otra vez.</p>
      </main>
    );
  }
}
