import { readdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'

const web = fileURLToPath(new URL('../../src/web', import.meta.url))

/** What is wrong with the words of a page. */
export interface PageWords {
  /** `said`: every text and label of the page; `data`: everything that the server has answered. */
  faultsOf(language: 'zh' | 'en', said: readonly string[], data: string): readonly string[]
}

interface Pair {
  readonly zh: string
  readonly en: string
}

const isPair = (value: unknown): value is Pair =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value && typeof value.zh === 'string'

/** Every text of the pages in both languages, out of the message tables of all rooms. */
async function allMessages(): Promise<readonly Pair[]> {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('messages.ts'))
  const pairs: Pair[] = []
  for (const file of files) {
    const exported = (await import(pathToFileURL(join(web, file)).href)) as Record<string, unknown>
    const tables = Object.values(exported).filter((value) => typeof value === 'object' && value !== null)
    pairs.push(...tables.flatMap((table) => Object.values(table as object).filter(isPair)))
  }
  if (pairs.length < 300) throw new Error(`only ${pairs.length} messages were found under ${web}`)
  return pairs.filter(({ zh, en }) => zh !== en)
}

/** Where a message takes in a value. */
const PLACE = /\{\w+(?:\|[^|{}]*\|[^|{}]*)?\}/

/** A message as a whole line, anything where its places are. */
function lineOf(message: string): RegExp {
  const plain = message.split(PLACE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${plain.join('.*')}$`, 's')
}

/** Whether a text is one of these messages. What was asked once is remembered: most texts stand on every page. */
function isOneOf(messages: readonly string[]): (text: string) => boolean {
  const whole = new Set(messages.filter((message) => !PLACE.test(message)))
  const lines = messages.filter((message) => PLACE.test(message)).map(lineOf)
  const known = new Map<string, boolean>()
  return (text) => {
    const found = known.get(text) ?? (whole.has(text) || lines.some((line) => line.test(text)))
    known.set(text, found)
    return found
  }
}

/** Enough letters outside of its places to be told from data. */
const tells = (language: 'zh' | 'en', message: string): boolean => {
  const own = message.replace(new RegExp(PLACE, 'g'), '')
  return language === 'zh' ? (own.match(/\p{Script=Han}/gu) ?? []).length >= 3 : /[a-z]{4}/.test(own)
}

const RAW = /^[a-z]+[A-Z][A-Za-z]*$|\{\w+\}|\bundefined\b|\bNaN\b|\[object /

/** Loads the words of all rooms once. */
export async function loadPageWords(): Promise<PageWords> {
  const messages = await allMessages()
  const ofTheOther = {
    zh: isOneOf(messages.map(({ en }) => en).filter((message) => tells('en', message))),
    en: isOneOf(messages.map(({ zh }) => zh).filter((message) => tells('zh', message))),
  }
  return {
    faultsOf(language, said, data) {
      const texts = [...new Set(said.map((text) => text.trim()))].filter((text) => text !== '')
      const raw = texts.filter((text) => RAW.test(text)).map((text) => `raw: ${text}`)
      const foreign = texts
        .filter((text) => ofTheOther[language](text) && !data.includes(text))
        .map((text) => `words of the other language: ${text}`)
      const han = language === 'zh' ? [] : texts.flatMap((text) => text.match(/\p{Script=Han}{2,}/gu) ?? [])
      const unknown = han.filter((run) => !data.includes(run)).map((run) => `Chinese that is no data: ${run}`)
      return [...raw, ...foreign, ...unknown]
    },
  }
}
