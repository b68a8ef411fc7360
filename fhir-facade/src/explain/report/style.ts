/** Style of the report: light, dark and on paper; nothing is fetched. */
export const STYLE = `
:root { color-scheme: light dark; --bg:#f2f5f1; --surface:#fff; --ink:#15231e; --soft:#455750; --line:#cbd6cf; --edge:#66786f; --plan:#0e5743;
  --shown:#d4e3da; --not-served:#e4e6e4; --hatch-ground:#fff; --hatch-line:#7b8a83;
  --c0:#7b3f8c; --c1:#b4492d; --c2:#a3174a; --c3:#c77d0a; --c4:#d16ba5; --c5:#3f4f9c; --c6:#1f8a8a; --c7:#5b8c2a; --c8:#4a4a4a; --c9:#2f7fc2;
  --on-c3:#15231e; --on-c4:#15231e; }
@media (prefers-color-scheme: dark) { :root { --bg:#0f1614; --surface:#18221f; --ink:#ebf2ee; --soft:#b4c4bc; --line:#34453e; --edge:#8a9e94; --plan:#86d6b6;
  --shown:#2f4a40; --not-served:#2a3330; --hatch-ground:#18221f; --hatch-line:#8a9e94;
  --c0:#b184c4; --c1:#e38468; --c2:#e8668f; --c3:#eab04c; --c4:#f0a6cd; --c5:#8f9fe6; --c6:#5cc4c4; --c7:#9ccb6b; --c8:#b0b0b0; --c9:#7fb8ea; --on:#0f1614; --on-c3:#0f1614; --on-c4:#0f1614; } }
@media print { :root { color-scheme: light; --bg:#fff; --surface:#fff; } .scroll { overflow: visible !important; } section { break-inside: avoid-page; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
* { box-sizing: border-box; }
body { margin:0; background:var(--bg); color:var(--ink); font:1rem/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; }
main { max-width:66rem; margin:0 auto; padding:2rem 1.25rem 3rem; }
h1 { font-size:1.75rem; line-height:1.2; margin:0 0 .5rem; color:var(--plan); } h2 { font-size:1.2rem; line-height:1.25; margin:0 0 .75rem; }
.lead { font-size:1.125rem; margin:0 0 .5rem; max-width:46rem; } p { max-width:46rem; } .soft { color:var(--soft); }
section { background:var(--surface); border:1px solid var(--line); border-radius:12px; padding:1.25rem; margin-top:1.25rem; }
.chart { display:block; width:100%; min-width:44rem; height:auto; } .chart text { font:14px -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; fill:var(--ink); }
.chart .type { text-anchor:end; } .chart .count { fill:var(--soft); } .chart .in { text-anchor:middle; font-weight:600; font-size:13px; fill:var(--on, #fff); }
.chart .in.c3 { fill:var(--on-c3); } .chart .in.c4 { fill:var(--on-c4); }
.part { stroke:var(--surface); stroke-width:1.5; } .hatch-ground { fill:var(--hatch-ground); } .hatch-line { fill:var(--hatch-line); }
rect.shown { fill:var(--shown); } rect.not-served { fill:var(--not-served); } rect.unjudged { fill:url(#hatch); }
${Array.from({ length: 10 }, (_, place) => `rect.c${place} { fill:var(--c${place}); }`).join(" ")}
.legend { list-style:none; padding:0; margin:1rem 0 0; display:flex; flex-wrap:wrap; gap:.4rem 1.25rem; } .legend li { display:flex; align-items:center; gap:.5rem; }
.legend svg { width:18px; height:18px; flex:none; } .legend rect { stroke:var(--edge); stroke-width:1; }
.scroll { overflow-x:auto; } table { border-collapse:collapse; width:100%; font-variant-numeric:tabular-nums; } caption { text-align:left; color:var(--soft); padding-bottom:.5rem; }
th, td { padding:.35rem .6rem; border-bottom:1px solid var(--line); text-align:right; vertical-align:top; } th:first-child { text-align:left; font-weight:500; } thead th { border-bottom:2px solid var(--edge); vertical-align:bottom; }
.nil { color:var(--soft); }
tfoot th, tfoot td { font-weight:700; border-bottom:0; } .words td, .words thead th { text-align:left; } .words td:nth-last-child(2), .words th:nth-last-child(2) { text-align:right; }
`;
