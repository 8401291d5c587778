import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { lightsInOrder } from '#core/insight'
import { insightContract, type MeetingView } from '#adapters/http/contract/insight'
import { useEndpoint, useLanguage, useText } from '#web/kit'
import { LightMark, Loaded, Page, Section } from '#web/ui'
import './leader.css'
import { percent, periodName, reasonText } from './figures.ts'
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

/** In ten seconds, on a phone: counts, what is red and why, who is silent, and one box to instruct. */
export function LeaderPage({ children }: LeaderPageProps) {
  const meeting = useEndpoint(insightContract.meeting, { query: {} })
  return <Loaded query={meeting}>{(view) => <Leader view={view}>{children}</Leader>}</Loaded>
}

function Leader({ view, children }: LeaderPageProps & { readonly view: MeetingView }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const [aim, setAim] = useState<Aim>()
  const red = view.exceptions.filter(({ item }) => item.light === 'red')
  const { whole, lastSeal } = view
  const sealed = lastSeal ? t('sealed', { period: periodName(lastSeal.periodId, language) }) : ''
  return (
    <Page title={view.plan.title} lead={`${t('lead', { today: view.today })}　${sealed}`}>
      <div className="leader">
        <Counts whole={whole} />
        <Section title={t('red', { count: red.length })}>
          <ul className="leader__list">
            {red.map(({ item }) => (
              <li key={item.itemId} className={aim?.itemId === item.itemId ? 'is-aim' : undefined}>
                <LightMark light={item.light} bare />
                <span>
                  <Link to="/items/$itemId" params={{ itemId: item.itemId }}>
                    {item.title}
                  </Link>
                  <small>
                    {[item.unitName ?? '', item.why[0] ? reasonText(item.why[0], language) : ''].join('　')}
                  </small>
                </span>
                {item.unitId && (
                  <button
                    type="button"
                    className="leader__aim"
                    onClick={() => setAim({ itemId: item.itemId, unitId: item.unitId ?? '', name: item.title })}
                  >
                    {t('instruct')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </Section>
        <Silent units={view.silentUnits} onAim={setAim} />
        {aim && (
          <div className="leader__box">
            <h2>{t('about', { name: aim.name })}</h2>
            <div key={`${aim.itemId} ${aim.unitId}`}>{children(aim)}</div>
            <button type="button" className="leader__aim" onClick={() => setAim(undefined)}>
              {t('close')}
            </button>
          </div>
        )}
        {!aim && (
          <p>
            <button type="button" className="button button--primary" onClick={() => setAim({ name: t('anything') })}>
              {t('instruct')}
            </button>
          </p>
        )}
      </div>
    </Page>
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

function Silent({ units, onAim }: { readonly units: MeetingView['silentUnits']; readonly onAim: (aim: Aim) => void }) {
  const t = useText(messages)
  return (
    <Section title={units.length === 0 ? t('nobodySilent') : t('silent', { count: units.length })}>
      <ul className="leader__list">
        {units.map((unit) => (
          <li key={unit.unitId}>
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
        ))}
      </ul>
    </Section>
  )
}
