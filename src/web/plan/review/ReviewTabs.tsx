import { useText } from '#web/kit'
import { planMessages } from '../messages.ts'
import { CoverageTab } from './CoverageTab.tsx'
import { entriesOf } from './draft-state.ts'
import { FindingsTab } from './FindingsTab.tsx'
import { ForcesTab } from './ForcesTab.tsx'
import { HeadTab } from './HeadTab.tsx'
import { ItemsTab } from './ItemsTab.tsx'
import { OpenTab } from './OpenTab.tsx'
import { type ReviewTab, useReview } from './review-context.ts'
import { UnitsTab } from './UnitsTab.tsx'

const tabs: readonly (readonly [ReviewTab, keyof typeof planMessages])[] = [
  ['indicator', 'tabIndicator'],
  ['task', 'tabTask'],
  ['project', 'tabProject'],
  ['policy', 'tabPolicy'],
  ['units', 'tabUnits'],
  ['forces', 'tabForces'],
  ['findings', 'tabFindings'],
  ['open', 'tabOpen'],
  ['coverage', 'tabCoverage'],
  ['head', 'tabHead'],
]

/** The tab that an address names; the indicators where it names none. */
export function tabOf(name: string | undefined): ReviewTab {
  return tabs.find(([tab]) => tab === name)?.[0] ?? 'indicator'
}

interface ReviewTabsProps {
  readonly tab: ReviewTab
  readonly conflicts: ReadonlySet<string>
  readonly onTab: (tab: ReviewTab) => void
}

/** What was read, by kind. */
export function ReviewTabs({ tab, conflicts, onTab }: ReviewTabsProps) {
  const t = useText(planMessages)
  const counts = useCounts()
  return (
    <section className="review__side" aria-label={t('showItems')}>
      <div className="tabs" role="tablist">
        {tabs.map(([name, label]) => (
          <button
            key={name}
            type="button"
            role="tab"
            className="tabs__tab"
            aria-selected={name === tab}
            onClick={() => onTab(name)}
          >
            {t(label)}
            {counts[name] !== undefined && <span className="tabs__count">{counts[name]}</span>}
          </button>
        ))}
      </div>
      <div className="review__panel" role="tabpanel">
        <Panel tab={tab} conflicts={conflicts} />
      </div>
    </section>
  )
}

function useCounts(): Readonly<Partial<Record<ReviewTab, number>>> {
  const { draft, state } = useReview()
  const items = entriesOf(state.rows, 'item')
  const of = (kind: string): number => items.filter((entry) => entry.body.kind === kind).length
  const { counts } = state.standing.coverage
  return {
    ...{ indicator: of('indicator'), task: of('task'), project: of('project'), policy: of('policy') },
    units: entriesOf(state.rows, 'unit').length,
    forces: entriesOf(state.rows, 'taskForce').length,
    findings: draft.findings.length - entriesOf(state.rows, 'mute').length,
    open: state.standing.openPoints.length,
    coverage: (counts.left ?? 0) + (counts.promise ?? 0),
  }
}

function Panel({ tab, conflicts }: { readonly tab: ReviewTab; readonly conflicts: ReadonlySet<string> }) {
  switch (tab) {
    case 'head':
      return <HeadTab />
    case 'units':
      return <UnitsTab />
    case 'forces':
      return <ForcesTab />
    case 'findings':
      return <FindingsTab />
    case 'open':
      return <OpenTab />
    case 'coverage':
      return <CoverageTab />
    case 'indicator':
    case 'task':
    case 'project':
    case 'policy':
      return <ItemsTab key={tab} kind={tab} conflicts={conflicts} />
  }
}
