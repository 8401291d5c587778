/**
 * Spreadsheet programs run a text that begins with one of these as a formula (=HYPERLINK(…), @SUM…), some also after a
 * tab or line end; in East Asian settings the full-width forms too. CWE-1236.
 */
const RUNS = /^'*[=+\-@＝＋－＠\t\r\n]/
const DEFUSED = /^'+[=+\-@＝＋－＠\t\r\n]/

/** Text as it is written into a cell: what a program would run gets an apostrophe in front. */
export function defuse(text: string): string {
  return RUNS.test(text) ? `'${text}` : text
}

/** The text that was meant: the exact reverse of `defuse`. */
export function restore(text: string): string {
  return DEFUSED.test(text) ? text.slice(1) : text
}
