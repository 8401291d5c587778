import { getRouteApi, Link } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import { insightContract, type ItemView } from '#adapters/http/contract/insight'
import { useEndpoint, useLanguage, useText } from '#web/kit'
import { LightMark, Loaded, Page, Section } from '#web/ui'
import './wall.css'
import './item.css'
import { HistoryChart } from './HistoryChart.tsx'
import { HistoryTable } from './HistoryTable.tsx'
import { itemMessages as messages } from './item-messages.ts'
import { ItemPeople } from './ItemPeople.tsx'
import { ItemSides } from './ItemSides.tsx'
import { periodName, targetText } from './figures.ts'
import { insightMessages } from './messages.ts'
import { Numbers } from './Numbers.tsx'
import { ScheduleSummary } from './schedule/ScheduleSummary.tsx'
import { PromiseInText } from './PromiseInText.tsx'
import { WhyReasons } from './WhyReasons.tsx'

const route = getRouteApi('/frame/items/$itemId')

interface ItemPageProps {
  /** What another room lets one do with the figures. */
  readonly FigureDeeds: ComponentType<{ readonly view: ItemView }>
  /** What other rooms add below the figures. */
  readonly children: (view: ItemView) => ReactNode
}

/** One item from the sentence that promised it to the figure that judges it. */
export function ItemPage(rooms: ItemPageProps) {
  const { itemId } = route.useParams()
  const item = useEndpoint(insightContract.item, { params: { itemId } })
  return <Loaded query={item}>{(view) => <Item key={itemId} view={view} {...rooms} />}</Loaded>
}

function Item({ view, FigureDeeds, children }: ItemPageProps & { readonly view: ItemView }) {
  const t = useText(messages)
  return (
    <Page
      title={view.item.title}
      lead={<Lead view={view} />}
      actions={
        <Link to="/wall" search={{ plan: view.plan.planId, item: view.item.itemId }} className="button button--quiet">
          {t('toWall')}
        </Link>
      }
    >
      <div className="item">
        <div className="item__main">
          <Section title={t('promised')}>
            <PromiseInText view={view} />
          </Section>
          {view.chart && view.chart.figures.length > 0 && <HistoryChart chart={view.chart} item={view.line} />}
          <ScheduleSummary itemId={view.item.itemId} />
          <Section title={t('history')} aside={<FigureDeeds view={view} />}>
            <HistoryTable view={view} />
          </Section>
          {children(view)}
        </div>
        <div className="item__side">
          <Why view={view} />
          <Section title={t('who')}>
            <ItemPeople people={view.people} openList={view.item.openList} />
          </Section>
          <ItemSides view={view} />
        </div>
      </div>
    </Page>
  )
}

function Lead({ view }: { readonly view: ItemView }) {
  const t = useText(messages)
  const { item, line, plan } = view
  const origin = item.promise ? t(item.promise.origin) : ''
  const parts = [plan.title, line.target ? targetText(line.target) : '', t(item.frequency), origin]
  return parts.filter((part) => part !== '').join('　')
}

/** The light with every reason, live and as it was sealed. */
function Why({ view }: { readonly view: ItemView }) {
  const t = useText(messages)
  const words = useText(insightMessages)
  const { language } = useLanguage()
  const { live, official, lastSeal, line } = view
  const differs = official !== null && lastSeal !== null && official.light !== live.light
  return (
    <Section
      title={t('whyNow', { light: words(live.light) })}
      aside={
        <span className="item__basis">
          <LightMark light={live.light} bare /> {t('provisional')}
        </span>
      }
    >
      <WhyReasons why={live.why} />
      <Numbers item={line} />
      {differs && (
        <div className="item__sealed">
          <h3>
            {t('officialWhy', { period: periodName(lastSeal.periodId, language) })} <LightMark light={official.light} />
          </h3>
          <WhyReasons why={official.why} />
        </div>
      )}
    </Section>
  )
}
