import { parse } from 'parse5'
import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { SourceDocument } from '#core/reading'
import { decodeText } from '../text/decode-text.ts'
import { DocumentBuilder } from '../tree/document-builder.ts'
import { isTooDeep } from './html-tree.ts'
import { PageReader } from './page-reader.ts'

/** Encodings that a page may state; what a browser knows beyond these is not found on Chinese pages. */
const STATED = /<meta[^>]+charset\s*=\s*["']?\s*(utf-8|gb2312|gbk|gb18030|gb_2312-80|big5)/i
const HEAD_BYTES = 4_096

/** Reads a page saved from a web site: visible text, headings, lists with their numbers, tables; navigation dropped. */
export function readHtml(bytes: Uint8Array): Result<SourceDocument> {
  const source = decodeHtml(bytes)
  if (!source.ok) return source
  const document = parse(source.value)
  if (isTooDeep(document)) return refuse('reader.damaged')
  const builder = new DocumentBuilder()
  const reader = new PageReader(builder)
  reader.read(document)
  if (reader.navigationBlocks > 0) builder.note('reader.navigationDropped', { blocks: reader.navigationBlocks })
  return builder.isEmpty ? refuse('reader.empty') : accept(builder.build('html'))
}

function decodeHtml(bytes: Uint8Array): Result<string> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES))
  const stated = STATED.exec(head)?.[1]
  if (stated !== undefined && !/utf-8/i.test(stated)) return accept(new TextDecoder(stated).decode(bytes))
  const decoded = decodeText(bytes)
  return decoded.ok ? accept(decoded.value.text) : decoded
}
