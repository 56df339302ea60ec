/** The Analysis itself. Keys stand in the order in which the pipeline builds them, so that the same input gives the same bytes. */
import type { Analysis } from '../analysis.ts';

/** Indented, for reading and for comparing two runs line by line. */
export const renderJson = (analysis: Analysis): string => `${JSON.stringify(analysis, null, 1)}\n`;

/** One line, for streams of many texts. */
export const renderNdjson = (analysis: Analysis): string => `${JSON.stringify(analysis)}\n`;
