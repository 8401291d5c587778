import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { lightsInOrder } from '#core/insight'
import { insightContract, type MeetingView, type WallItem } from '#adapters/http/contract/insight'
import { useEndpoint, useLanguage, useText } from '#web/kit'
import { Button, LightMark, Loaded, Page, Section } from '#web/ui'
import './leader.css'
import { percent, periodName, useReasonText } from './figures.ts'
import { leaderMessages as messages } from './leader-messages.ts'

/** Where a remark goes: to the unit of an item, or to a silent unit. */
export interface Aim {
  readonly itemId?: string
  readonly unitId?: string
  readonly name: string
}

interface LeaderPageProps {
  /** The box in which a remark becomes an order. */
  readonly children: (aim: Aim) => ReactNode
}

/** In ten seconds, on a phone: counts, who is silent, the heaviest red ones and why, and one box to instruct, always at hand. */
export function LeaderPage({ children }: LeaderPageProps) {
  const meeting = useEndpoint(insightContract.meeting, { query: {} })
  const t = useText(messages)
  return (
    <Loaded query={meeting} title={t('leader')}>
      {(view) => <Leader view={view}>{children}</Leader>}
    </Loaded>
  )
}

function Leader({ view, children }: LeaderPageProps & { readonly view: MeetingView }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const [aim, setAim] = useState<Aim>()
  const { whole, lastSeal } = view
  const sealed = lastSeal ? t('sealed', { period: periodName(lastSeal.periodId, language) }) : ''
  return (
    <Page title={view.plan.title} lead={`${t('lead', { today: view.today })}　${sealed}`}>
      <div className="leader">
        <Counts whole={whole} />
        <Silent units={view.silentUnits} aim={aim} onAim={setAim} />
        <Red items={view.exceptions.map(({ item }) => item)} counted={whole.lights.red} aim={aim} onAim={setAim} />
        <div className="leader__box no-print">
          {aim === undefined ? (
            <Button look="primary" onClick={() => setAim({ name: t('anything') })}>
              {t('instruct')}
            </Button>
          ) : (
            <Instructing key={`${aim.itemId} ${aim.unitId}`} name={aim.name} onClose={() => setAim(undefined)}>
              {children(aim)}
            </Instructing>
          )}
        </div>
      </div>
    </Page>
  )
}

/** The open box: it comes into view with the cursor in it, wherever the page stood. */
function Instructing({ name, onClose, children }: { name: string; onClose: () => void; children: ReactNode }) {
  const t = useText(messages)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  return (
    <div ref={box} className="leader__instructing">
      <h2>{t('about', { name })}</h2>
      {children}
      <button type="button" className="leader__aim" onClick={onClose}>
        {t('close')}
      </button>
    </div>
  )
}

interface AimProps {
  readonly aim: Aim | undefined
  readonly onAim: (aim: Aim) => void
}

interface RedProps extends AimProps {
  readonly items: readonly WallItem[]
  /** How many are red on the whole. */
  readonly counted: number
}

/** The heaviest red ones; the rest unfolds. */
function Red({ items, counted, aim, onAim }: RedProps) {
  const t = useText(messages)
  const reasonText = useReasonText()
  const red = items.filter(({ light }) => light === 'red')
  const following = counted - red.length
  const because = (item: WallItem) => [item.unitName ?? '', item.why[0] ? reasonText(item.why[0]) : ''].join('　')
  return (
    <Section title={t(following > 0 ? 'redAndFollowing' : 'red', { count: red.length, following })}>
      <Folded rows={red} few={8} all={t('allRed', { count: red.length })}>
        {(item) => (
          <li key={item.itemId} className={aim?.itemId === item.itemId ? 'is-aim' : undefined}>
            <LightMark light={item.light} bare />
            <span>
              <Link to="/items/$itemId" params={{ itemId: item.itemId }}>
                {item.title}
              </Link>
              <small>{because(item)}</small>
            </span>
            {item.unitId && (
              <button
                type="button"
                className="leader__aim"
                onClick={() => onAim({ itemId: item.itemId, unitId: item.unitId ?? '', name: item.title })}
              >
                {t('instruct')}
              </button>
            )}
          </li>
        )}
      </Folded>
    </Section>
  )
}

interface FoldedProps<Row> {
  readonly rows: readonly Row[]
  /** How many stand there before the rest is asked for. */
  readonly few: number
  /** What unfolds the rest: 全部51项. */
  readonly all: string
  readonly children: (row: Row) => ReactNode
}

function Folded<Row>({ rows, few, all, children }: FoldedProps<Row>) {
  const t = useText(messages)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ul className="leader__list">{(isOpen ? rows : rows.slice(0, few)).map((row) => children(row))}</ul>
      {rows.length > few && (
        <button type="button" className="leader__aim" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('fold') : all}
        </button>
      )}
    </>
  )
}

function Counts({ whole }: Pick<MeetingView, 'whole'>) {
  const t = useText(messages)
  return (
    <div className="leader__counts">
      {lightsInOrder.map((light) => (
        <Link key={light} to="/wall" search={{ light }} className="leader__count">
          <b>{whole.lights[light]}</b>
          <LightMark light={light} />
        </Link>
      ))}
      {whole.progress !== null && (
        <p>
          {t('progress', { share: percent(whole.progress) })}
          {whole.leftOut > 0 && <small>{t('leftOut', { count: whole.leftOut })}</small>}
        </p>
      )}
    </div>
  )
}

/** Whoever owes an answer, the longest silence first. */
function Silent({ units, aim, onAim }: AimProps & { readonly units: MeetingView['silentUnits'] }) {
  const t = useText(messages)
  return (
    <Section title={units.length === 0 ? t('nobodySilent') : t('silent', { count: units.length })}>
      <Folded rows={units} few={5} all={t('allSilent', { count: units.length })}>
        {(unit) => (
          <li
            key={unit.unitId}
            className={aim?.unitId === unit.unitId && aim.itemId === undefined ? 'is-aim' : undefined}
          >
            <span>
              <Link to="/wall" search={{ unit: unit.unitId }}>
                {unit.name}
              </Link>
              <small>{t('silentItems', { items: unit.items, run: unit.longestRun })}</small>
            </span>
            <button
              type="button"
              className="leader__aim"
              onClick={() => onAim({ unitId: unit.unitId, name: unit.name })}
            >
              {t('instruct')}
            </button>
          </li>
        )}
      </Folded>
    </Section>
  )
}
