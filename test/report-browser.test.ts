/** The page in a browser: what it asks for, what it runs, and whether everybody can use it. Skipped where there is no Chromium. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../src/report/html/page.ts';
import { lacuna, prepare } from './cli-run.ts';
import { read } from './report-run.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const RARCSS = '../shared/agreements/south-sudan-r-arcss-2018.en.txt';
if (!existsSync(CHROMIUM)) console.log(`no Chromium at ${CHROMIUM}: the page is not tried in a browser`);
type Look = NonNullable<Parameters<Browser['newPage']>[0]>;
interface Shown {
  page: Page;
  asked: string[];
}
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!existsSync(CHROMIUM))('the page in a browser', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-'));
  beforeAll(async () => {
    await prepare();
    browser = await (await import('playwright-core')).chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const show = async (source: string, look: Look): Promise<Shown> => {
    const path = join(folder, 'page.html');
    writeFileSync(path, source);
    const page = await browser.newPage({ bypassCSP: false, ...look });
    const asked: string[] = [];
    await page.route('**/*', (route) => {
      asked.push(route.request().url());
      return route.continue();
    });
    await page.goto(pathToFileURL(path).href);
    return { page, asked };
  };
  const open = async (file: string, look: Look = {}, mirrored = false): Promise<Shown> => {
    const { analysis, document, options } = await read(file);
    return show(renderHtml(analysis, document, mirrored ? { ...options, direction: 'rtl', language: 'ar' } : options), look);
  };

  const violations = async (page: Page): Promise<string[]> => {
    await page.evaluate(AXE);
    const found = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })') as { violations: { id: string; nodes: { html: string }[] }[] };
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`);
  };

  it.each([
    ['light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
    ['dark and narrow', { viewport: { width: 390, height: 800 }, colorScheme: 'dark' }],
  ] as const)('axe finds nothing, nothing runs over, nothing is asked for: %s', async (_, look) => {
    const { page, asked } = await open(existsSync(RARCSS) ? RARCSS : 'corpus/valdora-accord.en.txt', look);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(look.viewport.width);
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(asked).toHaveLength(1);
    await page.close();
  });

  it.each([['light', 1280], ['dark', 390]] as const)('axe finds nothing on the page of a comparison, %s', async (colorScheme, width) => {
    const { stdout } = lacuna(['compare', 'fixtures/compare/draft-3.txt', 'fixtures/compare/draft-4.txt', '--format', 'html']);
    const { page, asked } = await show(stdout, { viewport: { width, height: 900 }, colorScheme });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(asked).toHaveLength(1);
    await page.close();
  });

  it('is mirrored for a language written from the right', async () => {
    const { page } = await open('corpus/orlund-accord.en.txt', { viewport: { width: 1280, height: 900 } }, true);
    expect(await violations(page)).toEqual([]);
    const side = await page.evaluate('(() => { const r = document.querySelector("h2").getBoundingClientRect(); const p = document.querySelector("main > section p").getBoundingClientRect(); return p.right > innerWidth / 2 && Math.abs(p.right - r.right) < 40; })()');
    expect(side).toBe(true);
    await page.close();
  });

  it('runs nothing that a text brings, even without its policy', async () => {
    const { page, asked } = await open('fixtures/report/hostile.txt', { bypassCSP: true });
    await page.keyboard.press('Tab');
    await page.mouse.move(200, 60);
    expect(await page.evaluate('typeof window.broken')).toBe('undefined');
    expect(asked).toHaveLength(1);
    await page.close();
  });

  it('leads from a cell to the clause, and shows the clauses of one issue, with the keyboard alone', async () => {
    const { page } = await open('corpus/valdora-accord.en.txt');
    await page.locator('a.cell.s-DELEGATED').first().focus();
    await page.keyboard.press('Enter');
    const target = page.locator('.clause:target');
    expect(await target.count()).toBe(1);
    expect(await target.locator('.said.s-DELEGATED').count()).toBeGreaterThan(0);
    await page.locator('#pick-all').focus();
    await page.keyboard.press('ArrowRight');
    const faded = await page.evaluate('[...document.querySelectorAll("a.cell")].filter((cell) => getComputedStyle(cell).opacity < 1).length');
    expect(faded).toBeGreaterThan(0);
    await page.close();
  });
});
