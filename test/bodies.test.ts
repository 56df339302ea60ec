/** Body cards: seats counted, women's seats against the total, what the text leaves out shown as left out. */
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/analyze.ts';
import { readSource } from '../src/read/index.ts';
import { cardsOf } from '../src/report/bodies.ts';
import { renderCards } from '../src/report/text/cards.ts';
import { displayWidth } from '../src/report/wrap.ts';
import { loadRuleset } from '../src/rules/load.ts';
import { wordingFor } from '../src/rules/wording.ts';

const { ruleset } = await loadRuleset('rules', ['en']);
const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });
const { analysis, document } = await analyze(await readSource({ path: 'fixtures/desk/bodies.txt' }), { lang: 'en' });
const { words, catalogue } = wordingFor('en', ruleset);
const page = (width: number): string =>
  renderCards(analysis, document, { width, color: false, ascii: false, words, names: { issues: catalogue.issues, decisions: catalogue.decisions, levels: ruleset.scoring.levels }, askBelow: 0.6 });
const body = (id: string) => analysis.bodies.find((each) => each.id === id)!;
const card = (id: string) => cardsOf(analysis).cards.find((each) => each.body.id === id)!;

describe('seats', () => {
  it('are added up over a list, "each" by the number of sides', () => {
    expect(body('CVB')).toMatchObject({ seats: 13, women: 2 });
    expect(body('CVB').seating.map(({ seats, women }) => [seats, women])).toEqual([[6, 0], [2, 2], [2, 0], [3, 0]]);
  });

  it('take the number of sides from where the text writes it out', () => {
    expect(body('SRB')).toMatchObject({ seats: 10, women: 2 });
  });

  it('are added up over a sentence, or taken as stated', () => {
    expect(body('JIC')).toMatchObject({ seats: 16, women: 0 });
    expect(body('police-commission')).toMatchObject({ seats: 7, women: 2 });
  });

  it('stay open where the number of sides is not told', async () => {
    const text = ['ACCORD FOR PEACE IN VALDORA', '1. Forces', '1.1. The Security Review Board (SRB) shall be established, comprising the following:', '1.1.1. Three (3) from each of the warring sides;', '1.1.2. Two (2) civil society.', '1.2. The SRB shall determine the quotas.'].join('\n');
    const { analysis: other } = await analyze(await readSource({ bytes: Buffer.from(text), name: 'x.txt' }), { lang: 'en' });
    expect(other.bodies.find(({ id }) => id === 'SRB')).toMatchObject({ seats: null, women: 0 });
  });
});

describe('a card', () => {
  it('joins a board named by half its acronym to the body, and leaves its secretariat apart', () => {
    expect(body('SRB').rule.map(({ text }) => text)).toEqual(['decisions by consensus']);
    expect(analysis.bodies.filter(({ name }) => name.includes('SR'))).toHaveLength(1);
  });

  it('tells chair, quorum, money and reports', () => {
    const { chair, quorum, funding, reports } = body('CVB');
    expect([chair, quorum, funding, reports].map((places) => places.length > 0)).toEqual([true, true, true, true]);
  });

  it('names the gaps', () => {
    expect(card('SRB').gaps).toEqual(['chair', 'quorum', 'deadlock', 'funding', 'reports']);
  });

  it('marks a body that has a task and is created nowhere', () => {
    expect(cardsOf(analysis).cards.filter(({ orphan }) => orphan).map(({ body: { id } }) => id)).toEqual(['JIC', 'arms-council', 'police-commission']);
  });
});

describe('the page', () => {
  it.each([80, 40])('fits %i columns', (width) => {
    expect(page(width).split('\n').filter((line) => displayWidth(line) > width)).toEqual([]);
  });

  it('shows what is not said', () => {
    expect(page(80)).toContain('  Chair:             not said\n');
    expect(page(80)).toContain('  Seats:             13, of these 2 kept for women\n');
  });
});

describe('two bodies joined by "and"', () => {
  it.each([
    ['en', 'The Integration Commission and the Security Reform Council shall determine the quotas.', ['Integration Commission', 'Security Reform Council']],
    ['es', 'La Comisión de Integración y el Consejo de Reforma de la Seguridad determinarán las cuotas.', ['Comisión de Integración', 'Consejo de Reforma de la Seguridad']],
    ['fr', "La Commission d'intégration et le Conseil de réforme de la sécurité déterminent les quotas.", ["Commission d'intégration", 'Conseil de réforme de la sécurité']],
    ['en', 'The Government of Kesh and the KLF shall determine the quotas.', ['Government of Kesh']],
    ['en', 'The Government of Kesh and the Kesh Liberation Union (KLU) shall determine the quotas.', ['Government of Kesh']],
    ['es', 'El Gobierno Nacional y de las FLK acuerdan las cuotas.', ['El Gobierno Nacional']],
    ['es', 'Las organizaciones y movimientos sociales, y el robusto mecanismo de control, siguen los lugares.', ['mecanismo de control']],
    ['en', 'The Commission for Disarmament and the Return of Fighters shall determine the quotas.', ['Commission for Disarmament and the Return of Fighters']],
  ])('are two in %s', async (lang, text, wanted) => {
    const every = createAnalyzer((await loadRuleset('rules', [lang])).ruleset, { name: 'lacuna', version: '0' });
    const { bodies } = (await every(await readSource({ bytes: Buffer.from(text), name: 'text.txt' }), { lang })).analysis;
    expect(bodies.map(({ name }) => name)).toEqual(wanted);
  });
});

describe('a name written together with "and"', () => {
  it('is shown without it', async () => {
    const arabic = createAnalyzer((await loadRuleset('rules', ['ar'])).ruleset, { name: 'lacuna', version: '0' });
    const { analysis: { bodies } } = await arabic(await readSource({ path: 'corpus/orlund-accord.ar.txt' }));
    const names = bodies.map(({ name }) => name);
    expect(names).toContain('مجلس إصلاح الأمن');
    expect(names).toContain('وزير الدفاع');
    expect(names.filter((name) => name.startsWith('وم'))).toEqual([]);
  });
});
