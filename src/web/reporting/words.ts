import { parsePeriod, periodWords } from '#core/kit'
import { type Language, useDateText, useLanguage, useMe } from '#web/kit'
import { groupDigits } from '#web/ui'

/** What people call a period; an unknown id stays as it is. */
export function periodName(id: string, language: Language): string {
  const period = parsePeriod(id)
  return period ? periodWords(period)[language] : id
}

/** A decimal as the server writes it, for reading: thousands apart, every digit kept. */
export function shown(value: string): string {
  return value.startsWith('-') ? `−${groupDigits(value.slice(1))}` : groupDigits(value)
}

const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=', '~': '≈' }

/** A target as one short text: ≥120次. */
export function targetText(target: { op: string; value: string | null; unit: string }): string {
  return target.value === null ? '' : `${signs[target.op] ?? ''}${shown(target.value)}${target.unit}`
}

/** Words for moments and periods in the reader's language and the region's zone. */
export function useWords() {
  const { language } = useLanguage()
  const me = useMe()
  const timeZone = me.data?.region.timeZone ?? 'Asia/Shanghai'
  return {
    language,
    timeZone,
    /** The region's present moment and day; the server's where nothing is known yet. */
    now: me.data?.region.now ?? '',
    today: me.data?.region.today ?? '',
    accountId: me.data?.account?.accountId ?? '',
    period: (id: string) => periodName(id, language),
    /** A moment or a day: 3月11日 18:00. */
    moment: useDateText(),
  }
}
