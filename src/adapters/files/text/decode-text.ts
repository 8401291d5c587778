import { isUtf8 } from 'node:buffer'
import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'

/** Encodings in which Chinese plain text is found. */
export type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** Text with the encoding that it was read in. */
export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncodingName
  /** Whether a mark in the file stated the encoding, or it is plain UTF-8; otherwise it is a guess. */
  readonly stated: boolean
}

/** Enough text to tell encodings apart. */
const SAMPLE_BYTES = 65_536
/** Share of a sample that must be ordinary characters; text in the wrong encoding stays below 0.8, programs far below. */
const LOWEST_SCORE = 0.9
/** The most frequent characters and marks of official Chinese; text in a wrong encoding has next to none of them. */
const FREQUENT = new Set('的和工作业发展建设区市政府理全人年化大中国一项目，。、；（）产服务提高实施推进')

/** Decodes plain text: byte order mark, then strict UTF-8, then the likeliest of GB18030 and UTF-16; refuses what is no text. */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  const marked = byMark(bytes)
  if (marked) return decoded(bytes, marked, true)
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== null && !hasControls(utf8)) return accept({ text: utf8, encoding: 'utf-8', stated: true })
  if (utf8 === null && isBrokenUtf8(bytes)) return refuse('reader.damaged')
  const guess = likeliest(bytes)
  return guess ? decoded(bytes, guess, false) : refuse('reader.unknownFormat')
}

function byMark(bytes: Uint8Array): TextEncodingName | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function decoded(bytes: Uint8Array, encoding: TextEncodingName, stated: boolean): Result<DecodedText> {
  const text = tryDecode(bytes, encoding)
  if (text === null || hasControls(text)) return refuse('reader.unknownFormat')
  return accept({ text, encoding, stated })
}

function tryDecode(bytes: Uint8Array, encoding: TextEncodingName): string | null {
  // Several times as fast as the strict decoder, and the usual case.
  if (encoding === 'utf-8') return isUtf8(bytes) ? new TextDecoder().decode(bytes) : null
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Cut or damaged UTF-8 must not be taken for another encoding, in which it would be nonsense without a fault. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE_BYTES))
  let broken = 0
  let whole = 0
  for (const character of text) {
    if (character === '\ufffd') broken += 1
    else if (character > '\u007f') whole += 1
  }
  return whole > 4 * broken
}

function likeliest(bytes: Uint8Array): TextEncodingName | null {
  let best: TextEncodingName | null = null
  let bestScore = 0
  for (const encoding of ['gb18030', 'utf-16le', 'utf-16be'] as const) {
    if (encoding !== 'gb18030' && bytes.length % 2 === 1) continue
    const score = scoreOf(bytes.subarray(0, SAMPLE_BYTES), encoding)
    if (score > bestScore) [best, bestScore] = [encoding, score]
  }
  return best
}

/** 0 where it is no text; else the share of frequent characters on top of a floor, so that the right encoding wins. */
function scoreOf(sample: Uint8Array, encoding: TextEncodingName): number {
  const text = new TextDecoder(encoding).decode(sample)
  if (text.length === 0) return 0
  let ordinary = 0
  let frequent = 0
  for (const character of text) {
    if (isOrdinary(character)) ordinary += character.length
    if (FREQUENT.has(character)) frequent += 1
  }
  return ordinary / text.length < LOWEST_SCORE ? 0 : ordinary / text.length + (3 * frequent) / text.length
}

/** ASCII, general punctuation, numbers in circles, CJK marks, the common Han block, full-width forms. */
function isOrdinary(character: string): boolean {
  return /^[\t\n\r\f\x20-\x7e\u00a0-\u00ff\u2000-\u206f\u2100-\u24ff\u2500-\u26ff\u3000-\u303f\u4e00-\u9fff\uff00-\uff65]$/u.test(
    character,
  )
}

const DELETE = 0x7f
/** Tab, line ends, page and line feeds, the end mark of DOS. */
const LAYOUT_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a])

/** Control characters do not occur in text, apart from those that lay it out. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if ((code < 0x20 && !LAYOUT_CONTROLS.has(code)) || code === DELETE) return true
  }
  return false
}
