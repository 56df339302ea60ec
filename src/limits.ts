/**
 * Everything that bounds what lacuna takes in, in one place. The largest text met so far, a national peace
 * agreement, is 2.4 MB as PDF, 297 pages and 0.85 MB as text; each limit leaves at least ten times that.
 */
export const limits = Object.freeze({
  /** File size. Above this it is a scan or no document at all; the whole file is held in memory. */
  bytes: 128 * 1024 * 1024,
  /** Pages of a PDF: at about ten milliseconds a page, more would look like a hang. */
  pages: 5_000,
  /** Entries in a ZIP container; Word writes a few dozen, plus one for each picture. */
  zipEntries: 10_000,
  /** Inflated size of the parts read from one container: they are held in memory as strings. */
  zipInflatedBytes: 256 * 1024 * 1024,
  /** Inflated to packed size of one part. Deflate reaches 1,032; WordprocessingML with long tables has been seen near 50. */
  zipRatio: 200,
  /** Nesting of XML or HTML elements; real documents stay under 60, and walking a tree uses the stack. */
  markupDepth: 400,
});
