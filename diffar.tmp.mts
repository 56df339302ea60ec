import { createAnalyzer } from '/work/ar/src/analyze.ts';
import { readSource } from '/work/ar/src/read/index.ts';
import { ruleset } from '/work/ar/test/desk-reader.ts';
const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });
const lang = process.env.L ?? 'ar';
const quiet = process.env.Q !== undefined;
for (const text of (process.argv.length > 2 ? process.argv.slice(2) : ['orlund-accord','tarn-ceasefire','kesh-framework','sarrat-agreement'])) {
  const rd = async (l: string) => { const s = await readSource({ path: `corpus/${text}.${l}.txt` }); return (await analyze(s)).analysis; };
  const [a,b] = [await rd('en'), await rd(lang)];
  const tags = ({clauses, provisions}: any) => clauses.map(({id}: any) => provisions.filter((p: any)=>p.clause===id).map(({leaves,status}: any)=>`${status} ${leaves.toSorted().join(' ')}`).toSorted().join('; '));
  const rows = ({clauses, provisions}: any) => clauses.map(({id}: any) => provisions.filter((p: any)=>p.clause===id).map((p: any)=>`${p.status} ${p.leaves.join(' ')} {${p.row ?? p.reason ?? ''}}`).join('; '));
  const [x,y]=[tags(a),tags(b)]; const [rx,ry]=[rows(a),rows(b)];
  let same=0; x.forEach((t: string,i: number)=>{ if(t===y[i]) same++; else if(!quiet) { const c:any=a.clauses[i], d:any=b.clauses[i]; console.log(`--- ${c?.path?.join?.('>') ?? c?.label} ${c?.label}\n EN ${rx[i]}\n AR ${ry[i]}\n   ${(d?.text ?? '').slice(0,200)}`);} });
  const dec=a.decisions.filter((d: any,i: number)=>d.status===b.decisions[i].status).length;
  console.log(text, `${same}/${x.length}`, y.length, (same/x.length).toFixed(3), 'decisions', dec, 'totals', a.score.total, b.score.total);
  if(!quiet) a.decisions.forEach((d: any,i: number)=>{ if(d.status!==b.decisions[i].status) console.log('   ', d.id, d.status, b.decisions[i].status)});
}
