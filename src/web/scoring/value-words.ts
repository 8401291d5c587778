import { dec, parseDecimal } from '#core/kit'
import { groupDigits } from '#web/ui'
import type { scoringMessages } from './messages.ts'

/** Words of this room with their places filled. */
export type Say = (key: keyof typeof scoringMessages, values?: Readonly<Record<string, string | number>>) => string

type Values = Readonly<Record<string, string>>

/** A decimal for reading: at most four places. */
function shown(value: string | undefined): string {
  if (value === undefined || parseDecimal(value) === null) return value ?? ''
  return groupDigits(dec(value).toDecimalPlaces(4).toFixed())
}

function basisWords(values: Values, t: Say): string {
  switch (values['kind']) {
    case 'way':
      return t('way', { asked: shown(values['asked']), moved: shown(values['moved']) })
    case 'rate': {
      const gap = dec(values['gap'] ?? '0')
      const stated = shown(values['stated'])
      return gap.lte(0) ? t('rateAhead', { stated }) : t('rate', { stated, gap: shown(values['gap']) })
    }
    case 'verdict':
      return t(values['met'] === 'true' ? 'met' : 'notMet')
    default:
      return t(values['because'] === 'notDue' ? 'notDue' : 'unknown')
  }
}

function outcomeWords(outcome: string, t: Say): string {
  return t(outcome === 'inTime' ? 'inTime' : outcome === 'late' ? 'late' : 'isSilent')
}

/** What a line of a trail took from its record, in words. */
export function valueWords(values: Values, t: Say): string {
  const { outcome, due, doneOn, score, before, now, kind, takes } = values
  if (outcome !== undefined) return outcomeWords(outcome, t)
  if (due !== undefined) return doneOn ? t('nodeDone', { due, doneOn }) : t('nodeOpen', { due })
  if (score !== undefined) return score === 'abstained' ? t('abstained') : t('scored', { score })
  if (before !== undefined) return t('moved', { before: shown(before), now: shown(now) })
  if (takes !== undefined && (kind === 'refusedClaim' || kind === 'rebound' || kind === 'errorFoundByOthers'))
    return `${t(kind)} · ${t('takes', { takes })}`
  const extra = [
    values['commitment'] === 'strive' ? t('strive') : '',
    values['silent'] === 'true' ? t('silent') : '',
  ].filter((word) => word !== '')
  return [basisWords(values, t), ...extra].join(' · ')
}
