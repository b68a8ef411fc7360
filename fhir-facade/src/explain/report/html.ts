/** Texts as HTML. */

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? "");

/** Rows of texts; the first cell of each names the row. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[], foot?: readonly string[]): string {
  const cells = (row: readonly string[]): string =>
    row
      .map((cell, place) =>
        place === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td${cell === "0" ? ' class="nil"' : ""}>${escaped(cell)}</td>`,
      )
      .join("");
  const line = (row: readonly string[]): string => `<tr>${cells(row)}</tr>`;
  return `<div class="scroll" role="region" aria-label="${escaped(caption)}" tabindex="0"><table>
<caption>${escaped(caption)}</caption>
<thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join("")}</tr></thead>
<tbody>${rows.map(line).join("\n")}</tbody>
${foot ? `<tfoot>${line(foot)}</tfoot>` : ""}
</table></div>`;
}
