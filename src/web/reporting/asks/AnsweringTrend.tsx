import type { AnsweringView } from '#adapters/http/contract/reporting'
import { periodName, useLanguage, useText } from '#web/kit'
import { askMessages as messages } from './messages.ts'

type Period = AnsweringView['periods'][number]
const [HEIGHT, BAR, GAP] = [72, 22, 6]

/** Completeness period by period: the dark part of a bar came in time, the pale one late; the title says the answer. */
export function AnsweringTrend({ periods }: { readonly periods: readonly Period[] }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const title = useTitle(periods)
  const height = (part: number, { due }: Period): number => (due === 0 ? 0 : (part / due) * HEIGHT)
  return (
    <figure className="trend">
      <figcaption>
        {title} <small>{t('trendKey')}</small>
      </figcaption>
      <svg
        viewBox={`0 0 ${periods.length * (BAR + GAP)} ${HEIGHT + 1}`}
        preserveAspectRatio="xMinYMid"
        role="img"
        aria-label={title}
      >
        {periods.map((period, index) => {
          const x = index * (BAR + GAP)
          const [answered, inTime] = [height(period.answered, period), height(period.inTime, period)]
          return (
            <g key={`${period.cadenceId} ${period.periodId}`}>
              <title>{`${periodName(period.periodId, language)} ${period.completeness ?? '—'}%`}</title>
              <rect x={x} y={0} width={BAR} height={HEIGHT} className="trend__due" />
              <rect x={x} y={HEIGHT - answered} width={BAR} height={answered} className="trend__late" />
              <rect x={x} y={HEIGHT - inTime} width={BAR} height={inTime} className="trend__in-time" />
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

function useTitle(periods: readonly Period[]): string {
  const t = useText(messages)
  const { language } = useLanguage()
  const last = periods.at(-1)
  if (!last) return ''
  const before = periods.findLast((one) => one.cadenceId === last.cadenceId && one !== last)
  const said = { period: periodName(last.periodId, language), share: last.completeness ?? '—' }
  if (!before) return t('trendFirst', said)
  const points = Math.round((Number(last.completeness) - Number(before.completeness)) * 10) / 10
  const change = points === 0 ? t('same') : t(points > 0 ? 'up' : 'down', { points: Math.abs(points) })
  return t('trend', { ...said, change })
}
