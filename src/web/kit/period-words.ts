import { parsePeriod, periodWords } from '#core/kit'
import type { Language } from './language.tsx'

/** What people call a period, in the reader's language; an unknown id stays as it is. */
export function periodName(id: string, language: Language): string {
  const period = parsePeriod(id)
  return period ? periodWords(period)[language] : id
}
