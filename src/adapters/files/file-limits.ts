const MEGABYTE = 1024 * 1024

/** The largest file that a reader opens, in bytes: an issued plan with its annexes and pictures stays far below. */
export const MAX_SOURCE_BYTES = 50 * MEGABYTE

/** The largest piece of evidence that is taken, in bytes. */
export const MAX_ATTACHMENT_BYTES = 50 * MEGABYTE

/** Entries of a zip container; a real document has some dozens, with many pictures some hundreds. */
export const MAX_ARCHIVE_ENTRIES = 4_000

/** All entries of a container together, unpacked, in bytes. */
export const MAX_ARCHIVE_INFLATED_BYTES = 300 * MEGABYTE

/** One XML part, unpacked, in bytes: a million characters of plan take about 40 MB of WordprocessingML. */
export const MAX_XML_PART_BYTES = 120 * MEGABYTE

/** Above this unpacked size an entry's compression ratio is looked at, in bytes. */
export const RATIO_FLOOR_BYTES = 5 * MEGABYTE

/** Repetitive WordprocessingML reaches about 60 : 1; deflate's ceiling, which bombs approach, is 1032 : 1. */
export const MAX_INFLATE_RATIO = 200

/** Depth of nested XML or HTML elements; the readers walk recursively. */
export const MAX_ELEMENT_DEPTH = 400

/** Elements of one XML part. */
export const MAX_XML_ELEMENTS = 4_000_000

/** A workbook for import, unpacked, in bytes. */
export const MAX_WORKBOOK_INFLATED_BYTES = 60 * MEGABYTE

/** Rows of one sheet for import. */
export const MAX_SHEET_ROWS = 50_000

/** Columns of one sheet for import. */
export const MAX_SHEET_COLUMNS = 200

/** Cells of the rows in use, of all sheets of a table of tasks; a city's list of two thousand tasks has some 30,000. */
export const MAX_SHEET_CELLS = 300_000

/** A workbook that is still being read after this long, in milliseconds. */
export const MAX_WORKBOOK_READING_MS = 30_000

/** Pages of a PDF. */
export const MAX_PDF_PAGES = 2_000

/** One stream of a PDF that is no picture, unpacked, in bytes: a page's drawing has some 100 kB, a Chinese font some 20 MB. */
export const MAX_PDF_STREAM_BYTES = 48 * MEGABYTE

/** A stream packed in a way that cannot be measured beforehand, as it stands in the file, in bytes. */
export const MAX_PDF_ODD_STREAM_BYTES = 256 * 1024

/** All streams of a PDF that are no pictures, unpacked, in bytes. */
export const MAX_PDF_INFLATED_BYTES = 300 * MEGABYTE

/** Pieces of text of a PDF; a page of a plan has some hundreds. */
export const MAX_PDF_TEXTS = 500_000

/** A PDF that is still being read after this long draws the same things over and over, in milliseconds. */
export const MAX_PDF_READING_MS = 30_000

/** The limit as whole megabytes, for the words of a refusal. */
export function megabytes(bytes: number): number {
  return Math.floor(bytes / MEGABYTE)
}
