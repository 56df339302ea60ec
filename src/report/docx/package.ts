/** Word containers that come out the same from the same input. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The first moment that a ZIP entry can bear; it tells nothing. */
const MOMENT = new Date(1980, 0, 1);

/** Entries in their order as a ZIP without the time of writing. */
export const pack = (entries: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync({ ...entries }, { mtime: MOMENT, level: 6 });

/** The container again, without the time of writing in its properties or its entries. */
export const stable = (container: Uint8Array): Uint8Array => {
  const entries = unzipSync(container);
  const core = entries['docProps/core.xml'];
  if (core !== undefined) entries['docProps/core.xml'] = strToU8(strFromU8(core).replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/gu, ''));
  return pack(entries);
};
