import type { ReactNode } from 'react'
import type { WallItem } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { Figure, LightMark } from '#web/ui'
import { percent, shown, targetText } from './figures.ts'
import { insightMessages as messages } from './messages.ts'

/** The numbers beside a light: what is promised, asked, reached and missing, how old it is, and what the unit says. */
export function Numbers({ item }: { readonly item: WallItem }) {
  const t = useText(messages)
  const unit = item.target?.unit ?? ''
  const behind = item.lag !== null && Number(item.lag) < 0 ? 'ahead' : 'lag'
  const { projected } = item
  return (
    <dl className="numbers">
      {item.target && (
        <Row term={t('target')}>
          {targetText(item.target)} <span className="chip">{t(item.target.commitment)}</span>
        </Row>
      )}
      {item.asked !== null && (
        <Row term={t('asked')}>
          <Figure value={shown(item.asked)} unit={unit} />
        </Row>
      )}
      {item.actual !== null && (
        <Row term={t('actual')}>
          <Figure value={shown(item.actual)} unit={unit} />
        </Row>
      )}
      {item.lag !== null && Number(item.lag) !== 0 && (
        <Row term={t(behind)}>
          <Figure value={shown(item.lag.replace('-', ''))} unit={unit === '%' ? t('points') : unit} />
        </Row>
      )}
      {item.share !== null && <Row term={t('progress')}>{percent(item.share)}</Row>}
      {item.pace !== null && <Row term={t('pace')}>{percent(item.pace)}</Row>}
      {item.asOf !== null && <Row term={t('asOf')}>{t('ageDays', { date: item.asOf, days: item.ageDays ?? 0 })}</Row>}
      {item.claim && <Row term={t('claim')}>{t(item.claim)}</Row>}
      {item.officialLight && (
        <Row term={t('official')}>
          <LightMark light={item.officialLight} />
        </Row>
      )}
      {projected && (
        <Row term={t('projected')}>
          {t('projectedValue', {
            end: shown(projected.end),
            low: shown(projected.low),
            high: shown(projected.high),
            unit,
            verdict: t(projected.meets ? 'willMeet' : 'willMiss'),
          })}
        </Row>
      )}
    </dl>
  )
}

function Row({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}
