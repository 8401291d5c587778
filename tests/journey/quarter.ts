import { nextPeriod, parsePeriod, type Period } from '#core/kit'
import { type Happening, playDekad } from './dekad.ts'
import { correctByPage, correctByStory, handOver } from './happenings.ts'
import type { Journey } from './journey.ts'
import { reconcileMonth } from './reconcile.ts'
import { reviewAfter } from './review.ts'

const FIRST = '2026-D10'

/** What happens besides reporting, by dekad. */
function happeningsOf(journey: Journey): Readonly<Record<string, readonly Happening[]>> {
  return {
    '2026-D10': [handOver(journey, { unit: '区水利局', role: 'reporter', successor: '区水利局填报人乙' })],
    '2026-D12': [correctByPage(journey, '区交通运输局')],
    '2026-D16': [correctByStory(journey)],
    '2026-D17': [handOver(journey, { unit: '区教育局', role: 'signer', successor: '区教育局审签人乙' })],
  }
}

/** Plays the first months of the quarter, dekad by dekad; after each month two sides reconcile, and after the last the leaders meet. */
export async function playQuarter(journey: Journey, months: number): Promise<void> {
  const happenings = happeningsOf(journey)
  for (const period of dekads(months * 3)) {
    const isMonthEnd = period.last.slice(8) > '27'
    await playDekad(journey, period, {
      firstMorning: happenings[period.id] ?? [],
      beforeClosing: isMonthEnd ? [reconcileMonth(journey)] : [],
    })
  }
  await reviewAfter(journey, months === 3)
}

function dekads(count: number): readonly Period[] {
  const found: Period[] = []
  for (let period = parsePeriod(FIRST); period && found.length < count; period = nextPeriod(period)) found.push(period)
  return found
}
