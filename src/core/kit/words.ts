import type { Words } from './result.ts'
import { spokenDate } from './spoken-date.ts'

/** Chooses in `{count|row is|rows are}` by the value of `count`: the first for one, the second for any other number. */
export function oneOrMany(text: string, detail: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\|([^|{}]*)\|([^|{}]*)\}/g, (_, name: string, one: string, many: string) =>
    String(detail[name]) === '1' ? one : many,
  )
}

/**
 * Fills `{name}` places of words in both languages, days with their year, and chooses between one and many (`oneOrMany`); a place without a
 * value keeps its name, so that the gap is seen.
 */
export function fillWords(words: Words, detail: Readonly<Record<string, string | number>>): Words {
  const fill = (language: 'zh' | 'en'): string =>
    oneOrMany(words[language], detail).replace(/\{(\w+)\}/g, (place, name: string) =>
      spokenDate(String(detail[name] ?? place), { language, timeZone: 'Asia/Shanghai', year: null }),
    )
  return { zh: fill('zh'), en: fill('en') }
}
