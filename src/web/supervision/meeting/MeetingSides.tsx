import { Link } from '@tanstack/react-router'
import { dec } from '#core/kit'
import type { MeetingPage } from '#adapters/http/contract/supervision'
import { claimMessages, useText } from '#web/kit'
import { type Column, DataTable, LightMark, Section } from '#web/ui'
import { meetingMessages as messages } from './messages.ts'

type FollowUp = MeetingPage['followUps'][number]

/** What became of what earlier meetings decided. */
export function FollowUps({ followUps }: { readonly followUps: readonly FollowUp[] }) {
  const t = useText(messages)
  return (
    <DataTable
      caption={t('followUps')}
      columns={useColumns()}
      rows={followUps}
      rowKey={(row) => `${row.meetingId} ${followUps.indexOf(row)}`}
    />
  )
}

function useColumns(): readonly Column<FollowUp>[] {
  const t = useText(messages)
  return [
    { id: 'fate', title: t('state'), cell: ({ fate }) => <span className={`nowrap fate--${fate}`}>{t(fate)}</span> },
    { id: 'words', title: t('decisions'), lead: true, cell: (row) => <DecidedWords row={row} /> },
    { id: 'unit', title: t('unit'), cell: ({ unitName }) => unitName },
    { id: 'due', title: t('due'), cell: ({ dueOn }) => <span className="nowrap">{dueOn}</span> },
    {
      id: 'meeting',
      title: t('where'),
      cell: ({ meetingId, meetingNumber }) => (
        <Link to="/meetings/$meetingId" params={{ meetingId }} className="nowrap">
          {t('number', { number: meetingNumber })}
        </Link>
      ),
    },
  ]
}

function DecidedWords({ row }: { readonly row: FollowUp }) {
  const t = useText(messages)
  const { words, orderId, orderNumber } = row
  if (orderId === null) return words
  return (
    <>
      <Link to="/orders/$orderId" params={{ orderId }}>
        {words}
      </Link>
      <small className="list__sub">{t('orderNo', { number: orderNumber ?? '' })}</small>
    </>
  )
}

/** At most two places, as people read them. */
const short = (value: string): string => dec(value).toDecimalPlaces(2).toFixed()

/** Claims that do not fit, trends that end below the target, and who is silent. */
export function MeetingSides({ agenda }: Pick<MeetingPage['meeting'], 'agenda'>) {
  const t = useText(messages)
  const claimText = useText(claimMessages)
  const gaps = agenda.lines.filter(({ gap }) => gap !== null)
  return (
    <div className="meeting__sides">
      <Section title={t('gaps')}>
        <ul className="meeting__list">
          {gaps.length === 0 && <li>{t('noGaps')}</li>}
          {gaps.map(({ itemId, title, unitName, light, claim, gap }) => (
            <li key={itemId}>
              <span>
                <LightMark light={light} bare />{' '}
                <Link to="/items/$itemId" params={{ itemId }}>
                  {title}
                </Link>
              </span>
              <small>
                {unitName}　{claim !== null && t('claim', { claim: claimText(claim) })}　{gap !== null && t(gap)}
              </small>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('misses')}>
        <ul className="meeting__list">
          {agenda.misses.length === 0 && <li>{t('noMisses')}</li>}
          {agenda.misses.map(({ itemId, title, unitName, light, target, end, low, high }) => (
            <li key={itemId}>
              <span>
                <LightMark light={light} bare />{' '}
                <Link to="/items/$itemId" params={{ itemId }}>
                  {title}
                </Link>
              </span>
              <small>
                {unitName}　{t('missLine', { target, end: short(end), low: short(low), high: short(high) })}
              </small>
            </li>
          ))}
        </ul>
      </Section>
      {agenda.silentUnits.length > 0 && (
        <Section title={t('silent')}>
          <ul className="meeting__list">
            {agenda.silentUnits.map(({ unitName, items }) => (
              <li key={unitName}>
                <span>
                  {unitName} <small>{t('silentLine', { items })}</small>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
