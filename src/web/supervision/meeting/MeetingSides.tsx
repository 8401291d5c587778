import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { dec } from '#core/kit'
import type { AgendaLine, MeetingPage } from '#adapters/http/contract/supervision'
import { claimMessages, useText, When } from '#web/kit'
import { Button, type Column, DataTable, LightMark, Section } from '#web/ui'
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
    { id: 'due', title: t('due'), cell: ({ dueOn }) => <When className="nowrap" at={dueOn} /> },
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

type Agenda = MeetingPage['meeting']['agenda']

/** Claims that do not fit, trends that end below the target, and who is silent. */
export function MeetingSides({ agenda }: { readonly agenda: Agenda }) {
  const t = useText(messages)
  const gaps = agenda.lines.filter(({ gap }) => gap !== null)
  return (
    <div className="meeting__sides">
      <Section title={t('gaps')} aside={<small>{gaps.length}</small>}>
        <Folded
          none={t('noGaps')}
          entries={gaps.map((line) => (
            <GapLine key={line.itemId} line={line} />
          ))}
        />
      </Section>
      <Section title={t('misses')} aside={<small>{agenda.misses.length}</small>}>
        <Folded
          none={t('noMisses')}
          entries={agenda.misses.map((miss) => (
            <MissLine key={miss.itemId} miss={miss} />
          ))}
        />
      </Section>
      {agenda.silentUnits.length > 0 && (
        <Section title={t('silent')} aside={<small>{agenda.silentUnits.length}</small>}>
          <Folded
            none=""
            entries={agenda.silentUnits.map(({ unitName, items }) => (
              <li key={unitName}>
                <span>
                  {unitName} <small>{t('silentLine', { items })}</small>
                </span>
              </li>
            ))}
          />
        </Section>
      )}
    </div>
  )
}

/** So many entries of a side list stand open. */
const SHOWN_AT_FIRST = 8

function Folded({ entries, none }: { readonly entries: readonly ReactNode[]; readonly none: string }) {
  const t = useText(messages)
  const [all, setAll] = useState(false)
  const shown = all ? entries : entries.slice(0, SHOWN_AT_FIRST)
  if (entries.length === 0) return <p>{none}</p>
  return (
    <>
      <ul className="meeting__list">{shown}</ul>
      {shown.length < entries.length && (
        <p className="no-print">
          <Button onClick={() => setAll(true)}>{t('more', { count: entries.length - shown.length })}</Button>
        </p>
      )}
    </>
  )
}

function GapLine({ line }: { readonly line: AgendaLine }) {
  const t = useText(messages)
  const claimText = useText(claimMessages)
  const { itemId, title, unitName, light, claim, gap } = line
  return (
    <li>
      <ItemLink itemId={itemId} title={title} light={light} />
      <small>
        {unitName}　{claim !== null && t('claim', { claim: claimText(claim) })}　{gap !== null && t(gap)}
      </small>
    </li>
  )
}

function MissLine({ miss }: { readonly miss: Agenda['misses'][number] }) {
  const t = useText(messages)
  const { itemId, title, unitName, light, target, end, low, high } = miss
  return (
    <li>
      <ItemLink itemId={itemId} title={title} light={light} />
      <small>
        {unitName}　{t('missLine', { target, end: short(end), low: short(low), high: short(high) })}
      </small>
    </li>
  )
}

function ItemLink({ itemId, title, light }: Pick<Agenda['misses'][number], 'itemId' | 'title' | 'light'>) {
  return (
    <span>
      <LightMark light={light} bare />{' '}
      <Link to="/items/$itemId" params={{ itemId }}>
        {title}
      </Link>
    </span>
  )
}
