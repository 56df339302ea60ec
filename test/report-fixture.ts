/** An Analysis made by hand: an invented agreement with one decision of every reading, for the reports. */
import type { Analysis, Body, Clause, Decision, Provision } from '../src/analysis.ts';
import type { Document } from '../src/document.ts';
import { decision } from './score-fixtures.ts';

const LINES: [path: string[], kind: Clause['kind'], text: string][] = [
  [[], 'title', 'Accord of Valdora'],
  [['Chapter II'], 'heading', 'Chapter II: Security Arrangements'],
  [['Chapter II', '2.1', '2.1.1'], 'clause', '2.1.1. All Parties shall cease fire at noon on the day of signature throughout Valdora.'],
  [['Chapter II', '2.3', '2.3.4'], 'clause', '2.3.4. The Joint Security Committee shall determine the number of combatants who join the united forces, within 90 days of signing, and shall submit it to the Council of Principals.'],
  [['Chapter II', '2.3', '2.3.5', 'b'], 'item', '(b) the recognition of ranks, as the Committee decides;'],
  [['Chapter II', '2.4', '2.4.1'], 'clause', '2.4.1. The Defence Review Board shall set the size and structure of the forces.'],
  [['Chapter II', '2.5', '2.5.2'], 'clause', '2.5.2. The command of regional police shall be agreed between the Parties at a later date.'],
  [['Chapter II', '2.6', '2.6.1'], 'clause', '2.6.1. Until the forces are unified each commander in chief keeps command of his own forces.'],
  [['Chapter II', '2.7', '2.7.1'], 'clause', '2.7.1. The united forces shall reflect the diversity of Valdora.'],
  [['Chapter II', '2.8', '2.8.1'], 'clause', '2.8.1. Former combatants receive an allowance for six months.'],
  [['Annex B'], 'heading', 'Annex B'],
];

const TEXT = LINES.map(([, , line]) => line).join('\n');

const clauses = LINES.map(([path, kind, line], i): Clause => {
  const start = TEXT.indexOf(line);
  return {
    id: `c${i}`, label: path.at(-1) ?? '', path, kind, heading: 'Security Arrangements', annex: path[0] === 'Annex B' ? 'Annex B' : null,
    parent: null, chapeau: null, page: 1, start, end: start + line.length,
  };
});

const provision = (id: string, clause: number, given: Partial<Provision> = {}): Provision => {
  const { start: whole, end, label } = clauses[clause]!;
  const start = whole + TEXT.slice(whole, end).indexOf(' ') + 1;
  return {
    id, clause: `c${clause}`, label, start, end, leaves: ['IN.1'], status: 'DELEGATED', reason: 'body-decides', actor: null, modality: 'shall',
    negated: false, delegate: null, mandate: null, deadline: null, decisions: [], confidence: 0.8, evidence: [], ...given,
  };
};

const within90 = { text: 'within 90 days of signing', days: 90, anchor: 'signature', date: null, start: 0, end: 0 };

const provisions = [
  provision('p1', 2, { status: 'SETTLED' }),
  provision('p2', 3, { deadline: within90 }),
  provision('p3', 4),
  provision('p4', 5),
  provision('p5', 6, { status: 'DEFERRED' }),
  provision('p6', 7, { status: 'INTERIM' }),
  provision('p7', 8, { status: 'PRINCIPLE' }),
  provision('p8', 9, { status: 'SETTLED' }),
];

const body = (id: string, name: string, acronyms: string[], kind: Body['kind']): Body => ({
  id, name, acronyms, article: 'the', kind, mentions: 3, created: [], members: [], seats: null, women: null, seating: [], chair: [], quorum: [], rule: [], deadlock: [], deadline: [], funding: [], reports: [], powers: [],
});

const none = { drafter: null, decider: null, approver: null, kind: null };
const dated = decision('n1').bounds;

const decisions: Decision[] = [
  decision('n1', { status: 'DELEGATED', chain: { drafter: 'jsc', decider: 'jsc', approver: 'council', kind: 'joint' }, bounds: { ...dated, deadline: 1 }, provisions: ['p2'] }),
  decision('s1', { status: 'DELEGATED', chain: { ...none, drafter: 'drb', kind: 'technical' }, provisions: ['p4'] }),
  decision('r1', { status: 'DELEGATED', chain: { ...none, drafter: 'jsc', decider: 'jsc', kind: 'joint' }, bounds: { ...dated, deadline: 0.5 }, provisions: ['p3', 'p2'], confidence: 0.5 }),
  decision('t1', { status: 'DEFERRED', chain: { ...none, decider: 'parties', kind: 'parties' }, provisions: ['p5'] }),
  decision('c1'),
  decision('c2', { status: 'INTERIM', exit: { end: 0, trigger: 1, successor: 0 }, provisions: ['p6'] }),
  decision('r3', { status: 'PRINCIPLE', provisions: ['p7'] }),
  decision('m1'),
  decision('e1'),
  decision('f1', { status: 'SETTLED', parameters: { fixed: [{ name: 'start', provision: 'p1' }], open: [] }, provisions: ['p1'] }),
  decision('d3', { status: 'SETTLED', parameters: { fixed: [{ name: 'benefits', provision: 'p8' }, { name: 'duration', provision: 'p8' }], open: ['payer'] }, provisions: ['p8'] }),
  decision('n3', { status: 'UNSEEN', unseen: 'Annex B' }),
];

export const analysis: Analysis = {
  format: 1,
  tool: { name: 'lacuna', version: '0.0.0' },
  ruleset: { version: '1', sha256: '0'.repeat(64) },
  document: { title: 'Accord of Valdora', language: 'en', fileSha256: '0'.repeat(64), textSha256: '0'.repeat(64), characters: TEXT.length, pages: 3, signed: null, agreementLike: true },
  clauses,
  provisions,
  bodies: [
    body('jsc', 'Joint Security Committee', ['JSC'], 'joint'),
    body('drb', 'Defence Review Board', [], 'technical'),
    body('council', 'Council of Principals', [], 'leaders'),
    body('parties', 'Parties', [], 'parties'),
  ],
  deadlines: [],
  references: [],
  decisions,
  score: {
    total: 77.6, low: 69.2, high: 84.1, equalWeights: 74.4, withoutParked: 77.6,
    seen: { decisions: 11, of: 12, weight: 35 },
    level: 'open',
    stack: { delegated: 29.4, deferred: 8.1, interim: 9.3, principle: 7.3, silent: 34.3, partlySettled: 0.8 },
    technicalBodyShare: 37.1,
    decidedByBodies: 11.4,
    issues: [
      { issue: 'command', score: 91, weight: 9, settled: 0 },
      { issue: 'integration', score: 80, weight: 5, settled: 0 },
      { issue: 'ranks', score: 86, weight: 7, settled: 0 },
      { issue: 'architecture', score: 90, weight: 4, settled: 0 },
      { issue: 'territory', score: 95, weight: 3, settled: 0 },
      { issue: 'ceasefire', score: 0, weight: 2, settled: 2 },
      { issue: 'oversight', score: null, weight: 0, settled: 0 },
    ],
    worst: ['territory', 'command', 'architecture'],
    holders: [{ body: 'jsc', share: 0.27, decisions: ['n1', 'r1'] }, { body: 'drb', share: 0.12, decisions: ['s1'] }],
    flags: ['ceasefire-only'],
    type: { name: 'comprehensive', by: 'machine' },
    drivers: [],
    reviewed: false,
  },
  depth: [],
  warnings: [
    { id: 'orphan-body', severity: 'low', message: 'A body is named and nothing says what it does.', question: '', seed: [], evidence: [] },
    { id: 'consensus-trap', severity: 'high', message: 'The committee decides by consensus and nothing says what happens without one.', question: '', seed: [], evidence: [{ clause: 'c4', start: 0, end: 1, text: '' }, { clause: 'c3', start: 0, end: 1, text: '' }] },
  ],
  checks: [],
  ledger: [],
  limits: [{ what: 'The heading of an annex is there, its content is not', where: 'Annex B' }, { what: 'A map is not at hand', where: 'c3' }],
};

export const document: Document = {
  title: 'Accord of Valdora', language: 'en', text: TEXT, lines: [], pages: 3, fileSha256: '', textSha256: '', limits: [],
};
