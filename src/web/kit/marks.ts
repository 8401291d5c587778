import { useLanguage } from './language.tsx'

const marks = {
  zh: { comma: '，', semicolon: '；', colon: '：', and: '、', open: '（', close: '）' },
  en: { comma: ', ', semicolon: '; ', colon: ': ', and: ', ', open: ' (', close: ')' },
} as const

/** Punctuation between parts that a page puts together itself, in the reader's language: full-width marks stand in Chinese only. */
export function useMarks(): (typeof marks)['zh' | 'en'] {
  return marks[useLanguage().language]
}
