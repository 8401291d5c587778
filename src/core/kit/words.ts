import type { Words } from './result.ts'
import { spokenDate } from './spoken-date.ts'

/** Fills `{name}` places of words in both languages, days with their year; a place without a value keeps its name, so that the gap is seen. */
export function fillWords(words: Words, detail: Readonly<Record<string, string | number>>): Words {
  const fill = (language: 'zh' | 'en'): string =>
    words[language].replace(/\{(\w+)\}/g, (place, name: string) =>
      spokenDate(String(detail[name] ?? place), { language, timeZone: 'Asia/Shanghai', year: null }),
    )
  return { zh: fill('zh'), en: fill('en') }
}
