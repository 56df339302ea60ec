/** A comparison as Markdown. Words of the drafts cannot form markup. */
import { printable } from '../../failure.ts';
import type { ComparisonPage } from './sections.ts';

export const renderComparisonMarkdown = ({ title, sections }: ComparisonPage): string =>
  `${[
    `# ${safe(title)}`,
    ...sections.flatMap(({ heading, paragraphs, items, table }) => [
      ...(heading === '' ? [] : [`## ${safe(heading)}`]),
      ...(items.length === 0 ? [] : [items.map((item) => `- ${safe(item)}`).join('\n')]),
      ...(table === null ? [] : [[table[0]!, table[0]!.map(() => '---'), ...table.slice(1)].map((row, at) => `| ${row.map((cell) => (at === 1 ? cell : safe(cell))).join(' | ')} |`).join('\n')]),
      ...paragraphs.map(safe),
    ]),
  ].join('\n\n')}\n`;

const safe = (text: string): string => printable(text).replace(/[\\`*_[\]<>|#]/gu, '\\$&');
