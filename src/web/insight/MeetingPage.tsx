import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { exceptionGroundWords } from '#core/insight'
import { insightContract, type MeetingView, type WallItem } from '#adapters/http/contract/insight'
import { useEndpoint, useLanguage, useText } from '#web/kit'
import { Button, type Column, DataTable, Empty, LightMark, Loaded, Page, Section } from '#web/ui'
import './leader.css'
import './wall.css'
import { shown, targetText, useReasonText } from './figures.ts'
import { leaderMessages as messages } from './leader-messages.ts'

type Entry = MeetingView['exceptions'][number]

/** The ten-day meeting: exactly what needs talking about, heaviest first. Each line opens its item, where it can be instructed. */
export function MeetingPage() {
  const meeting = useEndpoint(insightContract.meeting, { query: {} })
  const t = useText(messages)
  return (
    <Loaded query={meeting} title={t('meeting')}>
      {(view) => <Meeting view={view} />}
    </Loaded>
  )
}

function Meeting({ view }: { readonly view: MeetingView }) {
  const t = useText(messages)
  const navigate = useNavigate()
  const columns = useColumns()
  const { count, lights } = view.whole
  const { red, yellow } = lights
  const lead = { count, red, yellow, silent: view.silentUnits.length, today: view.today }
  return (
    <Page title={t('meeting')} lead={t('meetingLead', lead)}>
      {view.silentUnits.length > 0 && (
        <Section title={t('silent', { count: view.silentUnits.length })}>
          <ul className="leader__list leader__list--columns">
            {view.silentUnits.map((unit) => (
              <li key={unit.unitId}>
                <span>
                  <Link to="/wall" search={{ unit: unit.unitId }}>
                    {unit.name}
                  </Link>
                  <small>{t('silentItems', { items: unit.items, run: unit.longestRun })}</small>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Gaps items={view.gaps} />
      <Misses items={view.misses} />
      <Section title={t('exceptions')}>
        <Listed view={view} />
        {view.exceptions.length === 0 ? (
          <Empty text={t('noExceptions')} />
        ) : (
          <DataTable
            caption={t('exceptions')}
            columns={columns}
            rows={view.exceptions}
            rowKey={({ item }) => item.itemId}
            onOpen={({ item }) => void navigate({ to: '/items/$itemId', params: { itemId: item.itemId } })}
          />
        )}
      </Section>
    </Page>
  )
}

/** What the list holds of the red and yellow ones that are counted above it. */
function Listed({ view }: { readonly view: MeetingView }) {
  const t = useText(messages)
  const all = view.whole.lights.red + view.whole.lights.yellow
  const own = view.exceptions.filter(({ item }) => item.light === 'red' || item.light === 'yellow').length
  const warned = view.exceptions.length - own
  if (view.exceptions.length === 0) return null
  const [following, part] = [all - own, warned > 0 ? t('listedWarned', { warned }) : '']
  return <p className="note">{`${t(following > 0 ? 'listedOwn' : 'listed', { all, own, following })}${part}`}</p>
}

interface ItemsProps {
  readonly items: readonly WallItem[]
}

/** What the unit says beside what is computed. */
function Gaps({ items }: ItemsProps) {
  const t = useText(messages)
  return (
    <Folded title={t('gaps', { count: items.length })} items={items}>
      {({ claim, claimDiffers }) => claim && claimDiffers && t(claimDiffers, { claim: t(claim) })}
    </Folded>
  )
}

/** Where the trend ends, beside the target. */
function Misses({ items }: ItemsProps) {
  const t = useText(messages)
  return (
    <Folded title={t('misses', { count: items.length })} items={items}>
      {({ target, projected }) => {
        if (!target || !projected) return null
        const { end, low, high } = projected
        return t('missLine', { target: targetText(target), end: shown(end), low: shown(low), high: shown(high) })
      }}
    </Folded>
  )
}

/** So many items of a list stand open. */
const SHOWN_AT_FIRST = 6

interface FoldedProps extends ItemsProps {
  readonly title: string
  readonly children: (item: WallItem) => ReactNode
}

/** Items with a word on each, the first of them open; nothing where there are none. */
function Folded({ title, items, children }: FoldedProps) {
  const t = useText(messages)
  const [all, setAll] = useState(false)
  if (items.length === 0) return null
  return (
    <Section title={title}>
      <ul className="leader__list leader__list--columns">
        {(all ? items : items.slice(0, SHOWN_AT_FIRST)).map((item) => (
          <li key={item.itemId}>
            <span>
              <LightMark light={item.light} bare />{' '}
              <Link to="/items/$itemId" params={{ itemId: item.itemId }}>
                {item.title}
              </Link>
              <small>
                {item.unitName}　{children(item)}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {items.length > SHOWN_AT_FIRST && (
        <p className="no-print">
          <Button look="quiet" onClick={() => setAll(!all)}>
            {all ? t('fold') : t('allOf', { count: items.length })}
          </Button>
        </p>
      )}
    </Section>
  )
}

function useColumns(): readonly Column<Entry>[] {
  const t = useText(messages)
  const { language } = useLanguage()
  const reasonText = useReasonText()
  return [
    { id: 'light', title: '', cell: ({ item }) => <LightMark light={item.light} /> },
    {
      id: 'item',
      title: t('item'),
      lead: true,
      cell: ({ item }) => (
        <Link to="/items/$itemId" params={{ itemId: item.itemId }}>
          {item.title}
        </Link>
      ),
    },
    { id: 'unit', title: t('unit'), cell: ({ item }) => <span className="nowrap">{item.unitName}</span> },
    { id: 'why', title: t('why'), cell: ({ item }) => item.why[0] && reasonText(item.why[0]) },
    {
      id: 'claim',
      title: t('claim'),
      cell: ({ item }) => item.claim && <span className="nowrap">{t(item.claim)}</span>,
    },
    {
      id: 'grounds',
      title: t('grounds'),
      cell: ({ grounds }) =>
        grounds
          .filter((ground) => ground !== 'red' && ground !== 'yellow')
          .map((ground) => (
            <span key={ground} className="chip">
              {exceptionGroundWords[ground][language]}
            </span>
          )),
    },
  ]
}
