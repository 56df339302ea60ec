/** What a draft has not agreed, as a section of the page. */
import { contestedTold } from '../contested.ts';
import { html, type Markup } from './markup.ts';
import type { View } from './view.ts';

export const contested = ({ analysis, options: { words } }: View): Markup | null => {
  const told = contestedTold({ analysis, words, ascii: false });
  return told === null ? null : html`<p>${told.about}</p><ul>${told.lines.map((line) => html`<li>${line}</li>`)}</ul>${told.more === '' ? null : html`<p>${told.more}</p>`}`;
};
