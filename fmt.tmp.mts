import { createAnalyzer } from './src/analyze.ts';
import { ruleset } from './test/desk-reader.ts';
import { readSource } from './src/read/index.ts';
const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });
const rd = async (p: string) => { const a=(await analyze(await readSource({path: p}))).analysis as any; return a; };
const tags=(a: any)=>a.clauses.map((c: any)=>[c.path.join('>')+'|'+c.kind, a.provisions.filter((p: any)=>p.clause===c.id).map((p: any)=>`${p.status} ${p.leaves.toSorted().join(' ')}`).toSorted().join('; ')]);
for (const t of ['orlund-accord','tarn-ceasefire','kesh-framework','sarrat-agreement']) { const base=tags(await rd(`/tmp/ar/f/${t}.ar.txt`));
 for (const e of ['x.docx','lo.pdf','cr.pdf']) { try { const o=tags(await rd(`/tmp/ar/f/${t}.${e}`)); const left=[...o]; let same=0; for (const [k,v] of base) { const i=left.findIndex(([k2,v2]: any)=>k2===k&&v2===v); if(i>=0){same++; left.splice(i,1);} else if(process.env.V) console.log(k, '|', v, '||', o.filter(([k2]: any)=>k2===k).map((x: any)=>x[1]).join(' / ')); } console.log(t,e,`${same}/${base.length}`,(same/base.length).toFixed(3), o.length); } catch(err) { console.log(t,e,String(err)); } } }
