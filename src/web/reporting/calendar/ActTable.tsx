import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ActOfPeriod } from '#adapters/http/contract/reporting'
import { parsePeriod } from '#core/kit'
import { useText } from '#web/kit'
import { Button, type Column, DataTable } from '#web/ui'
import { ReconcileDeed } from '../reconciliation/ReconcileDeed.tsx'
import { rhythmMessages } from '../rhythm-messages.ts'
import { useWords } from '../words.ts'
import { calendarMessages as messages } from './calendar-messages.ts'
import { HoldDialog } from './HoldDialog.tsx'

interface ActTableProps {
  readonly caption: string
  readonly acts: readonly ActOfPeriod[]
  /** May record that an act was held. */
  readonly mayRun: boolean
}

/** Due acts as lines: until when, who, what, to whom, and how it stands. */
export function ActTable({ caption, acts, mayRun }: ActTableProps) {
  const columns = useColumns(mayRun)
  const [holding, setHolding] = useState<ActOfPeriod | null>(null)
  return (
    <>
      <DataTable caption={caption} columns={columns(setHolding)} rows={acts} rowKey={keyOf} />
      {holding && <HoldDialog act={holding} onClose={() => setHolding(null)} />}
    </>
  )
}

const keyOf = ({ cadenceId, act, periodId }: ActOfPeriod): string => `${cadenceId} ${act} ${periodId}`

/** What an act of a period is called: 旬调度·月通报 2026年7月. */
export function useActName(): (act: ActOfPeriod) => string {
  const t = useText(rhythmMessages)
  const words = useWords()
  return ({ cadenceName, campaignName, act, periodId }) =>
    `${campaignName === null ? '' : `${campaignName} `}${cadenceName} · ${t(act)} ${words.period(periodId)}`
}

function useColumns(mayRun: boolean) {
  const t = useText(messages)
  const words = useWords()
  const nameOf = useActName()
  return (onHold: (act: ActOfPeriod) => void): readonly Column<ActOfPeriod>[] => [
    {
      id: 'due',
      title: t('due'),
      cell: ({ dueAt, isProvisional }) => (
        <>
          {words.moment(dueAt)}
          {isProvisional && (
            <span className="act__mark" title={t('provisionalText')}>
              {t('provisional')}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'what',
      title: t('what'),
      lead: true,
      cell: (act) => (
        <>
          {act.asked === null ? nameOf(act) : <PeriodLink act={act} />}
          {readsLess(act) && <span className="act__sub">{t('readsUntil', { day: act.readsUntil })}</span>}
        </>
      ),
    },
    { id: 'who', title: t('who'), cell: (act) => <Who act={act} /> },
    {
      id: 'goesTo',
      title: t('goesTo'),
      cell: (act) => (act.goesTo === '' ? defaultAim(act, t('forOffice')) : act.goesTo),
    },
    { id: 'state', title: t('state'), cell: (act) => <State act={act} mayRun={mayRun} onHold={onHold} /> },
  ]
}

/** What collects goes to those who accept it, where nothing else is said. */
const defaultAim = ({ act }: ActOfPeriod, words: string): string => (act === 'dispatch' ? words : '')

/** A cut-off before the period's end is worth saying. */
const readsLess = ({ periodId, readsUntil }: ActOfPeriod): boolean => parsePeriod(periodId)?.last !== readsUntil

function PeriodLink({ act }: { readonly act: ActOfPeriod }) {
  const nameOf = useActName()
  const { cadenceId, periodId } = act
  return (
    <Link to="/periods/$cadenceId/$periodId" params={{ cadenceId, periodId }}>
      {nameOf(act)}
    </Link>
  )
}

function Who({ act: { act, heldBy, asked } }: { readonly act: ActOfPeriod }) {
  const t = useText(messages)
  if (act === 'dispatch') return asked ? t('askedUnits', { units: asked.units }) : t('unitsAsked')
  return heldBy === null ? t('office') : t('officeOf', { unit: heldBy })
}

interface StateProps {
  readonly act: ActOfPeriod
  readonly mayRun: boolean
  readonly onHold: (act: ActOfPeriod) => void
}

function State({ act, mayRun, onHold }: StateProps) {
  const t = useText(messages)
  const words = useWords()
  const { state, own, asked, doneAt, doneNote } = act
  const name = { coming: t('coming'), due: t('isDue'), overdue: t('overdue'), done: t('done') }[state]
  return (
    <div className="act__state">
      <span className={`act__light act__light--${state}`}>{name}</span>
      {asked && state !== 'done' && <span className="act__sub">{t('progress', asked)}</span>}
      {own && <span className="act__sub">{t(asked ? 'own' : 'ownComing', own)}</span>}
      {state === 'done' && doneAt && (
        <span className="act__sub">
          {words.moment(doneAt)} {doneNote}
        </span>
      )}
      {mayRun && (state === 'due' || state === 'overdue') && <Deed act={act} onHold={onHold} />}
    </div>
  )
}

/** The next step of an act that is due. A dispatch goes on at its period; what only reads is done when somebody says so. */
function Deed({ act, onHold }: Pick<StateProps, 'act' | 'onHold'>) {
  const t = useText(messages)
  if (act.act === 'dispatch') return null
  if (act.act === 'reconciliation') return <ReconcileDeed act={act} />
  return (
    <Button look="quiet" onClick={() => onHold(act)}>
      {t('hold')}
    </Button>
  )
}
