import { useMemo } from 'react'
import { useText } from '#web/kit'
import { planMessages } from '../messages.ts'
import { CoverageTab } from './CoverageTab.tsx'
import { itemOf } from './draft-state.ts'
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
  return useMemo(() => {
    const counted = [...state.rows.values()].map((row) => row.entry).filter((entry) => entry.removedAs === null)
    const of = (kind: string): number => counted.filter((entry) => entry.kind === kind).length
    const items = (kind: string): number => counted.filter((entry) => itemOf(entry)?.kind === kind).length
    const { counts } = state.standing.coverage
    return {
      ...{ indicator: items('indicator'), task: items('task'), project: items('project'), policy: items('policy') },
      ...{ units: of('unit'), forces: of('taskForce'), findings: draft.findings.length - of('mute') },
      open: state.standing.openPoints.length,
      coverage: (counts.left ?? 0) + (counts.promise ?? 0),
    }
  }, [draft, state])
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
