import { readFileSync, writeFileSync } from 'node:fs';
import { createAnalyzer } from './src/analyze.ts';
import { ruleset } from './test/desk-reader.ts';
import { readSource } from './src/read/index.ts';
import { matchText } from './src/match-text.ts';
const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });
const lang = process.env.L ?? 'ar';
const texts = process.argv.slice(2).flatMap((a) => a.startsWith('@') ? readFileSync(a.slice(1),'utf8').trim().split('\n') : [a]);
const find = await matchText((ruleset as any).languages[lang]);
for (const t of texts) { console.log('•', t); for (const m of find(t) as any[]) console.log('    ', m.rule, '[', t.slice(m.start, m.end), ']'); }
