/**
 * The style sheet of the page. A status is told by colour and by pattern (colours of Okabe and Ito, which the
 * colour-blind can tell apart); sides are logical, so that a page in Arabic is mirrored.
 */

/** Filling of each status, as a pattern over its colour. */
const FILLS: Readonly<Record<string, string>> = {
  SETTLED: 'background:var(--settled)',
  PARTLY: 'background:linear-gradient(to top,var(--settled) 50%,var(--page) 50%)',
  DELEGATED: 'background:repeating-linear-gradient(45deg,var(--delegated) 0 4px,var(--delegated-2) 4px 6px)',
  DEFERRED: 'background:repeating-linear-gradient(0deg,var(--deferred) 0 3px,var(--deferred-2) 3px 5px)',
  INTERIM: 'background:radial-gradient(circle,var(--interim-2) 1.3px,transparent 1.6px) 0 0/5px 5px,var(--interim)',
  PRINCIPLE: 'background:repeating-linear-gradient(90deg,var(--principle) 0 2px,var(--principle-2) 2px 5px)',
  PROCEDURAL: 'background:var(--procedural)',
  SILENT: 'background:repeating-linear-gradient(135deg,var(--line) 0 1px,transparent 1px 6px),var(--page)',
  UNSEEN: 'background:radial-gradient(circle,var(--line) 1px,transparent 1.3px) 0 0/4px 4px,var(--page)',
};

const LIGHT = '--page:#fff;--ink:#1b1f24;--soft:#57606a;--line:#8c959f;--faint:#e4e7eb;--panel:#f6f7f9;--link:#0a4a8f;--mark:#fff0b3;--settled:#0072b2;--delegated:#d55e00;--delegated-2:#ffb27a;--deferred:#8b3a74;--deferred-2:#e7b3d5;--interim:#007a5a;--interim-2:#b5f0dc;--principle:#a98600;--principle-2:#f7e68a;--procedural:#b6bdc5';
const DARK = '--page:#14171b;--ink:#e6e9ed;--soft:#a7b0ba;--line:#7b8590;--faint:#2b3138;--panel:#1c2126;--link:#8cc4ff;--mark:#5c4a00;--settled:#3d9fe0;--delegated:#e8772a;--delegated-2:#6b2f00;--deferred:#d58bbd;--deferred-2:#5c244b;--interim:#2fb58c;--interim-2:#053d2d;--principle:#e6cf4d;--principle-2:#5f5100;--procedural:#5b646e';

/** Outlines of issues: six colours, then the same dotted. */
const OUTLINES = ['#111827', '#c2185b', '#00838f', '#6a1b9a', '#9e6a00', '#2e7d32'];
const DARK_OUTLINES = ['#f3f4f6', '#ff80ab', '#4dd0e1', '#ce93d8', '#ffd54f', '#81c784'];

const BASE = `
*{box-sizing:border-box}
html{font:16px/1.55 "Source Serif 4",Charter,Georgia,"Noto Naskh Arabic","Times New Roman",serif;color:var(--ink);background:var(--page);scroll-padding-block-start:1rem}
body{margin:0}
main{max-inline-size:66rem;margin-inline:auto;padding-inline:1.25rem}
nav{padding-block:.75rem;border-block-end:1px solid var(--faint);font:.85rem/1.9 system-ui,sans-serif}
nav a{margin-inline-end:1.1rem;white-space:nowrap}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,input:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
h1{font-size:1.5rem;line-height:1.25;margin-block:1.75rem .5rem}
h2{font-size:1.25rem;margin-block:2.75rem .6rem;padding-block-start:.75rem;border-block-start:2px solid var(--ink)}
h3{font-size:1rem;margin-block:1.25rem .25rem}
p,li,dd{max-inline-size:46rem}
p{margin-block:.4rem}
.about,.hint,figcaption,.ends,aside,.tags,.legend,.pick,.row>p,table,.shares,.prints,svg{font-family:system-ui,"Noto Sans Arabic",sans-serif}
.about,.hint,figcaption,.ends,aside{color:var(--soft);font-size:.85rem}
.level{font-size:1.35rem;line-height:1.3;margin-block:1.25rem .5rem;font-weight:600}
.notice{border-inline-start:4px solid var(--delegated);padding-inline-start:.75rem}
.skip{position:absolute;inset-inline-start:-999rem}
.skip:focus{position:static;display:block;padding:.5rem 1.25rem}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.squares{display:flex;flex-wrap:wrap;gap:4px;margin-block:.75rem}
.square{inline-size:24px;block-size:24px;border:1px solid var(--line)}
.key{display:inline-block;inline-size:1rem;block-size:1rem;margin-inline-end:.4rem;vertical-align:-.15em;border:1px solid var(--line)}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;font-size:.85rem}
.legend li{max-inline-size:none}
.squares+.legend{font-size:.8rem;color:var(--soft);margin-block:0 1rem}
.ledger{padding-inline-start:1.6rem}
.ledger>li{margin-block-end:1.1rem;padding-inline-start:.3rem}
.ledger h3{margin-block:0}
.ledger.settled{list-style:none;padding-inline-start:0}
.tags{font-size:.8rem}
.tag{display:inline-block;margin-inline-end:.9rem;color:var(--soft);white-space:nowrap}
.tag .key{inline-size:.85rem;block-size:.85rem}
.ask{border-inline-start:4px solid var(--settled);padding-inline-start:.75rem}
.ask span{font-weight:600}
details{margin-block-start:.3rem;font-size:.95rem}
summary{cursor:pointer;color:var(--link);font:.85rem system-ui,sans-serif;padding-block:.25rem}
figure{margin:.5rem 0;padding:.5rem .9rem;background:var(--panel);border-inline-start:3px solid var(--line)}
blockquote{margin:0}
mark{background:var(--mark);color:inherit}
.band{margin-block:2.4rem 1rem;max-inline-size:46rem}
.track{position:relative;block-size:1.5rem;background:var(--faint);border:1px solid var(--line)}
.track i,.track b{position:absolute;inset-block:0}
.track .range{background:var(--soft);opacity:.45}
.track .tick{inline-size:4px;margin-inline-start:-2px;background:var(--ink);inset-block:-5px}
.track b{inset-block-start:-2rem;font-size:1.15rem;inline-size:3rem;margin-inline-start:-1.5rem;text-align:center}
.ends{display:flex;justify-content:space-between}
.stack{display:flex;block-size:1.5rem;border:1px solid var(--line);max-inline-size:46rem;background:var(--faint)}
.stack i{border-inline-end:1px solid var(--page)}
.scroll{overflow-x:auto;position:relative}
table{border-collapse:collapse;font-size:.875rem}
th,td{text-align:start;padding:.25rem .5rem;border-block-end:1px solid var(--faint);vertical-align:middle;font-weight:400}
thead th{font-weight:600;vertical-align:bottom}
.number{text-align:end;font-variant-numeric:tabular-nums}
.issues .bar{inline-size:14rem}
.issues .bar i{display:block;block-size:.8rem;background:var(--soft)}
.matrix .question{max-inline-size:27rem;min-inline-size:11rem}
.matrix td{text-align:center}
.matrix .places{text-align:start;color:var(--soft)}
.matrix .key{margin:0}
.matrix .group{font-weight:600;padding-block-start:.7rem}
.turned span{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap}
.pick{border:1px solid var(--faint);margin:0 0 .75rem;padding:.3rem .75rem .5rem;font-size:.85rem}
.pick label{display:inline-block;margin-inline-end:.9rem;padding-block:.2rem}
.row{display:grid;grid-template-columns:11rem 1fr;gap:0 1rem;padding-block:.35rem;border-block-start:1px solid var(--faint)}
.row>p{font-size:.78rem;line-height:1.3;color:var(--soft);margin:0;overflow-wrap:anywhere}
.cells{display:flex;flex-wrap:wrap;gap:3px 2px;align-items:flex-end;align-content:flex-start}
.cell{inline-size:11px;block-size:8px;background:var(--faint)}
a.cell{block-size:24px}
a.s-PROCEDURAL.cell{block-size:14px}
.cell.o{box-shadow:0 0 0 2px var(--issue);margin-inline:2px}
.key.outline{border:2px solid var(--issue);background:none}
.key.none{background:var(--faint);border-color:var(--faint);block-size:.5rem;vertical-align:baseline}
.map,.timeline{display:block;inline-size:100%;min-inline-size:720px;font-size:13px;margin-block-end:1rem}
svg text{fill:var(--ink)}
svg a text,svg a{fill:var(--link)}
svg .head{font-weight:600}
.map rect{fill:var(--panel);stroke:var(--line)}
.edge{fill:none;stroke:var(--line);opacity:.75}
.edge.r-DELEGATED{stroke:var(--delegated)}
.edge.r-DEFERRED{stroke:var(--deferred);stroke-dasharray:7 3}
.edge.reports{stroke-dasharray:2 4}
.edge.decides,.edge.reports{stroke:var(--soft)}
.sample{inline-size:36px;block-size:8px;margin-inline-end:.4rem;vertical-align:middle}
.timeline a{unicode-bidi:plaintext}
.timeline line{stroke:var(--line)}
.timeline circle{fill:var(--settled);stroke:var(--page)}
.timeline .marked{fill:var(--page);stroke:var(--delegated);stroke-width:4}
.shares{padding-inline-start:1.2rem;font-size:.9rem}
.prints{font-size:.8rem;display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}
.prints dd{margin:0;overflow-wrap:anywhere}
.clause{display:grid;grid-template-columns:minmax(0,46rem) minmax(9rem,1fr);gap:0 1.5rem;padding:.1rem .5rem}
.clause p{overflow-wrap:anywhere;white-space:pre-wrap}
.clause.heading p{font-weight:600;margin-block-start:1rem}
.clause:target,.ledger>li:target{outline:3px solid var(--link);outline-offset:3px;background:var(--panel)}
.l1{padding-inline-start:1.2rem}.l2{padding-inline-start:2.2rem}.l3{padding-inline-start:3.2rem}.l4{padding-inline-start:4.2rem}.l5{padding-inline-start:5.2rem}
.said{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:3px;text-decoration-color:var(--line)}
.said.s-SETTLED{text-decoration-color:var(--settled)}
.said.s-DELEGATED{text-decoration-color:var(--delegated);text-decoration-style:dashed}
.said.s-DEFERRED{text-decoration-color:var(--deferred);text-decoration-style:dotted}
.said.s-INTERIM{text-decoration-color:var(--interim);text-decoration-style:wavy}
.said.s-PRINCIPLE{text-decoration-color:var(--principle);text-decoration-style:double}
aside{font-size:.78rem;line-height:1.5;padding-block-start:.5rem}
.print{display:none}
@media (max-width:46rem){
.row,.clause{grid-template-columns:1fr}
.row>p{margin-block-end:.3rem}
.l1,.l2,.l3,.l4,.l5{padding-inline-start:1rem}
.prints{grid-template-columns:1fr}
.issues .bar{display:none}
.matrix .question{min-inline-size:9rem}
.matrix th,.matrix td{padding-inline:.15rem}
}
@media print{
html{font-size:10.5pt;background:none}
@page{size:A4;margin:18mm 16mm}
main{padding:0;max-inline-size:none}
nav,.skip,summary,.pick,.hint{display:none}
.print{display:block}
h2{break-after:avoid}
h3,.tags,p:has(+.scroll){break-after:avoid}
.ledger>li,figure,tr,.row,svg,.band,.legend{break-inside:avoid}
.matrix tbody{break-inside:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit;text-decoration:none}
.document:not(.whole) .clause:not(.cited){display:none}
.clause{grid-template-columns:1fr 9rem}
.scroll{overflow:visible}
.map,.timeline{min-inline-size:0}
}
`;

/** The style sheet for a page with so many issues. */
export const style = (issues: number): string => {
  const fills = Object.entries(FILLS).map(([status, fill]) => `i.s-${status},a.s-${status}{${fill}}`);
  const numbers = Array.from({ length: issues }, (_, i) => i);
  const colours = (of: readonly string[]): string => of.map((colour, i) => `--issue-${i}:${colour}`).join(';');
  const outlines = numbers.map((i) => `.i-${i}{--issue:var(--issue-${i % OUTLINES.length})}${i < OUTLINES.length ? '' : `.cell.o.i-${i}{box-shadow:none;outline:2px dotted var(--issue)}.i-${i} .outline{border-style:dotted}`}`);
  const picks = numbers.map((i) => `.strip-of:has(#pick-${i}:checked) .cell:not(.i-${i}){opacity:.15}`);
  return [
    `:root{${LIGHT};${colours(OUTLINES)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${DARK};${colours(DARK_OUTLINES)}}}`,
    BASE.trim(), ...fills, ...outlines, ...picks,
  ].join('\n');
};
