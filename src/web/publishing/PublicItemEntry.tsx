import { lightWords, reasonWords } from '#core/insight'
import type { PublicItem } from '#adapters/http/contract/publishing'
import { periodName, useLanguage, useText } from '#web/kit'
import { Figure, LightMark } from '#web/ui'
import { targetWords } from './field-words.ts'
import { publicMessages as messages } from './messages.ts'

/** One promise: its words, its light, its figure with the source. What was not released is simply not there. */
export function PublicItemEntry({ item }: { readonly item: PublicItem }) {
  const { language } = useLanguage()
  return (
    <article className="promise">
      <header className="promise__head">
        <h3>{item.title}</h3>
        {item.light && (
          <span className={`promise__light light--${item.light}`}>
            <LightMark light={item.light} bare />
            {lightWords[item.light][language]}
          </span>
        )}
      </header>
      {item.sentence && <blockquote className="promise__sentence">{item.sentence}</blockquote>}
      <Numbers item={item} />
      <Nodes item={item} />
      <Corrections item={item} />
      <Why item={item} />
    </article>
  )
}

function Numbers({ item }: { readonly item: PublicItem }) {
  const t = useText(messages)
  const { target, figure, unit } = item
  const promised = target ? targetWords(target) : ''
  return (
    <>
      {(promised !== '' || figure) && (
        <p className="promise__numbers">
          {figure && (
            <span>
              <small>{t('reached')}</small> <Figure value={figure.value} unit={figure.unit} />
            </span>
          )}
          {promised !== '' && (
            <span>
              <small>
                {t('target')}
                {target?.commitment === 'strive' && `（${t('strive')}）`}
              </small>{' '}
              <span className="figure">{promised}</span>
            </span>
          )}
        </p>
      )}
      <p className="promise__source">
        {figure && <Source figure={figure} />}
        {unit && <span>{t('unit', { unit })}</span>}
      </p>
    </>
  )
}

function Source({ figure }: { readonly figure: NonNullable<PublicItem['figure']> }) {
  const t = useText(messages)
  const { release, sealSeq, asOf } = figure
  const from = release
    ? t('releaseSource', { body: release.body, document: release.document, day: release.releasedOn })
    : t('sealSource', { seq: sealSeq ?? '' })
  return <span>{`${from}　${t('asOf', { day: asOf })}`}</span>
}

function Nodes({ item }: { readonly item: PublicItem }) {
  const t = useText(messages)
  if (!item.nodes || item.nodes.length === 0) return null
  return (
    <ul className="promise__nodes">
      {item.nodes.map(({ label, due, doneOn }) => (
        <li key={`${due} ${label}`}>{t(doneOn === null ? 'nodeOpen' : 'nodeDone', { due, label })}</li>
      ))}
    </ul>
  )
}

function Corrections({ item }: { readonly item: PublicItem }) {
  const t = useText(messages)
  const { language } = useLanguage()
  return (item.corrections ?? []).map((one) => (
    <p key={`${one.periodId} ${one.approvedOn}`} className="promise__correction">
      {t('corrected', {
        day: one.approvedOn,
        period: periodName(one.periodId, language),
        old: one.oldFigure === null ? t('notReported') : `${one.oldFigure}${one.unit}`,
        new: one.newFigure === null ? t('notReported') : `${one.newFigure}${one.unit}`,
      })}
    </p>
  ))
}

function Why({ item }: { readonly item: PublicItem }) {
  const t = useText(messages)
  const { language } = useLanguage()
  if (!item.light || !item.why || item.why.length === 0) return null
  return (
    <details className="promise__why no-print">
      <summary>{t('why', { light: lightWords[item.light][language] })}</summary>
      <ul>
        {item.why.map((reason, index) => (
          <li key={index}>{reasonWords(reason)[language]}</li>
        ))}
      </ul>
    </details>
  )
}
