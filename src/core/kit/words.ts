import type { Words } from './result.ts'

/** Fills `{name}` places of words in both languages; a place without a value keeps its name, so that the gap is seen. */
export function fillWords(words: Words, detail: Readonly<Record<string, string | number>>): Words {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (place, name: string) => String(detail[name] ?? place))
  return { zh: fill(words.zh), en: fill(words.en) }
}
