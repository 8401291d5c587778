import type { SourceDocument, SourceParagraph } from './source-document.ts'

/** A source document of paragraphs only, one a line: the shortest way from a string to `readPlan`. */
export function sourceDocumentOfText(text: string): SourceDocument {
  const blocks: SourceParagraph[] = []
  const line = /[^\r\n]+/g
  for (let match = line.exec(text); match; match = line.exec(text)) {
    if (match[0].trim() === '') continue
    blocks.push({ kind: 'paragraph', span: { start: match.index, end: match.index + match[0].length } })
  }
  return { format: 'txt', text, blocks, notes: [] }
}
