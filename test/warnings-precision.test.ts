/** What looks like a pattern and is none, and how a remark names what it found. */
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../src/analysis.ts';
import { createAnalyzer } from '../src/analyze.ts';
import { readSource } from '../src/read/index.ts';
import { ruleset } from './desk-reader.ts';

const analyze = createAnalyzer(ruleset, { name: 'lacuna', version: '0' });
const read = async (clauses: readonly string[], lang = 'en'): Promise<Analysis> => {
  const frame = lang === 'es' ? ['ACUERDO DE PAZ DE KESH', 'Entre el Gobierno de Kesh y el Frente Tarn'] : ['ACCORD FOR PEACE IN KESH', 'Between the Government of Kesh and the Tarn Front'];
  const text = [...frame, '', ...clauses, ''].join('\n');
  return (await analyze(await readSource({ bytes: Buffer.from(text), name: 'draft.txt' }), { lang })).analysis;
};
const raised = async (clauses: readonly string[], lang = 'en'): Promise<string[]> => (await read(clauses, lang)).warnings.map(({ id }) => id);

const SIGNING = 'of the signing of this Accord';

describe('two times conflict', () => {
  const pair = (first: string, second: string): Promise<string[]> => raised(['Article 1. Weapons', `1.1. ${first}`, 'Article 2. Stores', `2.1. ${second}`]);

  it('when they are for one task', async () => {
    expect(await pair(`The Parties shall place all heavy weapons in stores within ten (10) days ${SIGNING}.`, `The commanders shall place all heavy weapons in stores within forty (40) days ${SIGNING}.`)).toEqual(['conflicting-deadlines']);
  });

  it('not when the same things have something else done to them', async () => {
    expect(await pair(`The Parties shall transport mortars, mines, grenades and ammunition of the militias within ten (10) days ${SIGNING}.`, `The commanders shall put in containers with two locks the mines, grenades and ammunition of the militias within forty (40) days ${SIGNING}.`)).toEqual([]);
  });

  it('not when little else is alike', async () => {
    expect(
      await pair(
        `The Parties shall place all heavy weapons beside maps, radios, fuel, trucks, boats, rockets and engines in stores within ten (10) days ${SIGNING}.`,
        `The commanders shall place all heavy weapons under guard, mark roads, clear bridges, open markets, return vehicles, repair wells, list prisoners, close checkpoints, free schools and unblock rivers within forty (40) days ${SIGNING}.`,
      ),
    ).toEqual([]);
  });

  it('not when one of them is done in stages', async () => {
    expect(await pair(`The Parties shall place all heavy weapons in stores, one half within ten (10) days ${SIGNING} and the rest within forty (40) days ${SIGNING}.`, `The commanders shall place all heavy weapons in stores within forty (40) days ${SIGNING}.`)).toEqual([]);
  });
});

describe('days counted from D-Day', () => {
  it.each([
    ['El día D+10 las Partes retiran sus tropas de la ciudad.', 10],
    ['El día D-5 las Partes entregan las listas de sus tropas.', -5],
    ['El día D las Partes cesan el fuego.', 0],
  ])('%s', async (sentence, days) => {
    expect((await read(['Artículo 1. Tropas', `1.1. ${sentence}`], 'es')).deadlines.map((time) => time.days)).toEqual([days]);
  });
});

describe('a body', () => {
  it('that is to be in place "immediately" is given no day', async () => {
    const body = (when: string): Promise<string[]> => raised(['Article 1. Integration', `1.1. The Joint Integration Committee shall be established ${when} and shall determine the number of fighters to be integrated into the army.`]);
    expect(await body(`within thirty (30) days ${SIGNING}`)).toEqual(['body-date']);
    expect(await body('immediately')).toEqual([]);
  });

  it('whose models leaders adopt is no matter where the text says what holds otherwise', async () => {
    const drafts = ['Article 1. Review of the forces', `1.1. The Defence Review Board shall propose models for the size of the army within ninety (90) days ${SIGNING}.`, '1.2. The models are submitted to the Principals for adoption.'];
    expect(await raised(drafts)).toEqual(['return-to-leaders']);
    expect(await raised([...drafts, '1.3. If the Principals have not decided by day 120, the default size of twenty thousand (20,000) shall apply.'])).toEqual([]);
  });

  it('is named with the article that the text uses', async () => {
    const { bodies } = await read(['Article 1. Army', '1.1. The Joint Army Board shall determine the size of the army.', '1.2. IGAD shall monitor the work of the Joint Army Board.']);
    expect(bodies.map(({ name, article }) => [name, article])).toEqual(expect.arrayContaining([['Joint Army Board', 'the'], ['IGAD', '']]));
    const joined = await read(['Artículo 1. Ejército', '1.1. La Comisión de Integración y el Consejo de Reforma de la Seguridad determinarán el tamaño del ejército.', '1.2. El Consejo de Reforma de la Seguridad informa. El Consejo de Reforma de la Seguridad publica.'], 'es');
    expect(joined.bodies.find(({ name }) => name.startsWith('Comisión'))?.article).toBe('la');
    const spanish = await read(['Artículo 1. Ejército', '1.1. El Comité de Integración determinará el tamaño del ejército.', '1.2. El informe del Comité de Integración se publicará.'], 'es');
    expect(spanish.bodies.find(({ name }) => name === 'Comité de Integración')?.article).toBe('el');
    expect(spanish.ledger.flatMap(({ questions }) => questions).join(' ')).toContain('en el seno del Comité de Integración');
  });
});

describe('what a text does not hold', () => {
  const cites = (article: string): Promise<string[]> => raised(['Article 1. Weapons', `1.1. All heavy weapons shall be placed in stores in accordance with ${article}.`, 'Article 2. Stores', '2.1. The stores of heavy weapons are guarded by the Monitoring Mission.']);

  it('is an article of its own', async () => {
    expect(await cites('Article 7')).toEqual(['unseen-annex']);
  });

  it('is not one far behind its last, nor one of the constitution', async () => {
    expect(await cites('Article 174')).toEqual([]);
    expect((await cites('Article 7 of the Constitution Act')).filter((id) => id !== 'unseen-text')).toEqual([]);
  });
});

describe('a remark', () => {
  it('leaves out what it has nothing to say of', async () => {
    const clock = '1.1. The Transitional Period shall begin on the expiry of eight (8) months, whether or not the redeployment of forces is complete.';
    const [warning] = (await read(['Article 1. Order', clock])).warnings;
    expect(warning!.message).toBe('The next political phase begins at the latest on a set day (1.1), even if the security step before it is not complete.');
  });
});
