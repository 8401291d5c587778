/** Page numbers as official layout prints them: — 3 —, －3－, 第3页, 第 3 页 共 10 页, Page 3 of 10. */
const PAGE_NUMBER =
  /^(?:[-–—－─·•]{1,3}\s*\d{1,4}\s*[-–—－─·•]{1,3}|第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/i

/** Whether a line is a page number that cannot be anything else. */
export function isPageNumber(line: string): boolean {
  return PAGE_NUMBER.test(line.trim())
}

/** Whether a line is a bare number, a page number only where the paper says so (at the edge of a page). */
export function isBareNumber(line: string): boolean {
  return /^\s*\d{1,4}\s*$/.test(line)
}
