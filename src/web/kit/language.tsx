import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { oneOrMany, spokenDate } from '#core/kit'
import { RegionTimeContext } from './region-time.ts'

export type Language = 'zh' | 'en'
type Values = Readonly<Record<string, string | number>>
/** Words of one room's pages: every key has both languages; `{name}` is filled in. */
export type Messages = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

interface LanguageState {
  readonly language: Language
  readonly choose: (language: Language) => void
}
const LanguageContext = createContext<LanguageState>({ language: 'zh', choose: () => {} })

function firstLanguage(): Language {
  const chosen = /(?:^|; )guatu_lang=(zh|en)/.exec(document.cookie)?.[1]
  if (chosen === 'zh' || chosen === 'en') return chosen
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

/** Holds the chosen language; the choice is a cookie, so that the server words its refusals alike. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const state = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        document.cookie = `guatu_lang=${next}; path=/; max-age=31536000; samesite=strict`
        setLanguage(next)
      },
    }),
    [language],
  )
  return <LanguageContext value={state}>{children}</LanguageContext>
}

/** The chosen language and how to change it. */
export function useLanguage(): LanguageState {
  return useContext(LanguageContext)
}

/** Fills `{name}` in a text, and chooses in `{name|one|many}`. */
export function fill(text: string, values: Values = {}): string {
  return oneOrMany(text, values).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** Says a day or a moment (ISO 8601) in the reader's language and his region's zone: every date of every page goes through here. */
export function useDateText(): (value: string) => string {
  const { language } = useLanguage()
  const time = useContext(RegionTimeContext)
  return useMemo(() => (value: string) => spokenDate(value, { ...time, language }), [language, time])
}

/** The words of a room in the chosen language: `t('publish')`, `t('due', { day: '2026-07-31' })`; days and moments are said as people say them. */
export function useText<M extends Messages>(messages: M): (key: keyof M, values?: Values) => string {
  const { language } = useLanguage()
  const said = useDateText()
  return useMemo(
    () =>
      (key: keyof M, values: Values = {}) => {
        const words = messages[key]
        if (!words) return String(key)
        const inWords = Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'string' ? said(value) : value,
        ])
        return fill(words[language], Object.fromEntries(inWords) as Values)
      },
    [messages, language, said],
  )
}
