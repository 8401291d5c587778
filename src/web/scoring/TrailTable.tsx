import { Link } from '@tanstack/react-router'
import type { TrailLine } from '#adapters/http/contract/scoring'
import { dec } from '#core/kit'
import { periodName, useLanguage, useText } from '#web/kit'
import { SideScroll } from '#web/ui'
import { scoringMessages as messages } from './messages.ts'
import { type Say, valueWords } from './value-words.ts'

/** The lines of one metric: record, values, share, and the sentence of the plan. */
export function TrailTable({ lines }: { readonly lines: readonly TrailLine[] }) {
  const t = useText(messages)
  return (
    <SideScroll label={t('record')}>
      <table className="table trail__lines">
        <thead>
          <tr>
            <th scope="col">{t('record')}</th>
            <th scope="col">{t('values')}</th>
            <th scope="col" className="is-figure">
              {t('share')}
            </th>
            <th scope="col">{t('sentence')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={`${line.ref.kind} ${line.ref.id} ${index}`}>
              <td>
                <RecordLink line={line} />
              </td>
              <td>{valueWords(line.values, t satisfies Say)}</td>
              <td className="is-figure">{line.share === null ? '—' : `${dec(line.share).times(100).toFixed(1)}%`}</td>
              <td className="trail__quote">
                {line.record.quote && (
                  <>
                    {line.record.quote}
                    {line.record.path && <small>{line.record.path}</small>}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SideScroll>
  )
}

function RecordLink({ line }: { readonly line: TrailLine }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const { ref, record } = line
  const about = [
    t(ref.kind),
    record.number === null ? '' : `${record.number}`,
    ref.periodId === null ? '' : periodName(ref.periodId, language),
    ref.sealSeq === null ? '' : t('sealNo', { seq: ref.sealSeq }),
  ]
  return (
    <>
      <RecordTitle line={line} />
      <small className="trail__about">{about.filter((word) => word !== '').join(' · ')}</small>
    </>
  )
}

function RecordTitle({ line: { ref, record, values } }: { readonly line: TrailLine }) {
  const t = useText(messages)
  if (ref.kind === 'problem')
    return (
      <Link to="/problems/$problemId" params={{ problemId: ref.id }}>
        {record.title}
      </Link>
    )
  if (ref.kind === 'order')
    return (
      <Link to="/orders/$orderId" params={{ orderId: ref.id }}>
        {record.title}
      </Link>
    )
  if (ref.kind === 'panelScore') return <span>{t('member', { no: values['member'] ?? '' })}</span>
  if (record.itemId !== null)
    return (
      <Link to="/items/$itemId" params={{ itemId: record.itemId }}>
        {record.title}
      </Link>
    )
  return <span>{record.title}</span>
}
