/** The Analysis itself. Keys stand in the order in which the pipeline builds them, so that the same input gives the same bytes. */
import type { Analysis } from '../analysis.ts';
import type { Renderer } from './index.ts';
import { shareable } from './share.ts';

const data = (analysis: Analysis, share: boolean | undefined): object => (share === true ? shareable(analysis) : analysis);

/** Indented, for reading and for comparing two runs line by line. */
export const renderJson = (analysis: Analysis, _document?: unknown, options?: { share?: boolean }): string => `${JSON.stringify(data(analysis, options?.share), null, 1)}\n`;

/** One line, for streams of many texts. */
export const renderNdjson: Renderer = (analysis, _document, { share }) => `${JSON.stringify(data(analysis, share))}\n`;
