import type { SheetLine } from '#adapters/http/contract/reporting'
import { useText } from '#web/kit'
import { Button, Section } from '#web/ui'
import { AboutMinutes } from './asks/AboutMinutes.tsx'
import { AskRow } from './AskRow.tsx'
import { canRepeat, keyOf } from './drafts.ts'
import { SheetFiles } from './filled-sheets/SheetFiles.tsx'
import { LeftDrafts } from './LeftDrafts.tsx'
import { reportingMessages as messages } from './messages.ts'
import { groupSheet } from './sheet-groups.ts'
import { useDrafts } from './use-drafts.ts'
import { useReporting } from './use-reporting.ts'
import { useWords } from './words.ts'

interface Asking {
  readonly cadenceId: string
  readonly periodId: string
  readonly units: number
  readonly lines: number
  readonly askedBy: string
}

interface SheetFormProps {
  readonly lines: readonly SheetLine[]
  readonly asking: readonly Asking[]
  readonly accountId: string
}

/** All that is due, one row an item, with one way out for what is filled in and one for what did not change. */
export function SheetForm({ lines, asking, accountId }: SheetFormProps) {
  const t = useText(messages)
  const drafts = useDrafts(accountId)
  const reporting = useReporting(drafts)
  const { now } = useWords()
  const isOneUnit = new Set(lines.map(({ unitId }) => unitId)).size <= 1
  const left = drafts.leftBeside(lines)
  if (lines.length === 0) return <LeftDrafts left={left} onForget={drafts.forget} />
  const filled = lines.filter((line) => drafts.isFilled(line) && !drafts.isOvertaken(line))
  const rest = lines.filter((line) => !drafts.isFilled(line) && canRepeat(line))
  return (
    <div className="sheet">
      <LeftDrafts left={left} onForget={drafts.forget} />
      {groupSheet(lines, now).map(({ key, standing, first, own }) => (
        <Section
          key={`${standing} ${first.unitId} ${key}`}
          title={isOneUnit ? t(standing) : t('ofUnit', { unit: first.unitName, what: t(standing) })}
          aside={<PeriodHead line={first} />}
        >
          {standing !== 'reportAgain' && (
            <SheetFiles cadenceId={first.cadenceId} periodId={first.periodId} unitId={first.unitId} />
          )}
          <BurdenLine asking={asking.find((period) => keyOf({ ...period, itemId: '' }) === key)} own={own} />
          <ul className="asks">
            {own.map((line) => (
              <AskRow key={keyOf(line)} line={line} drafts={drafts} reporting={reporting} />
            ))}
          </ul>
        </Section>
      ))}
      {(filled.length > 0 || rest.length > 1) && (
        <div className="sheet__all">
          {rest.length > 1 && (
            <Button disabled={reporting.isBusy} onClick={() => void reporting.noChange(rest)}>
              {t(filled.length === 0 ? 'noChangeIn' : 'noChangeRest', { count: rest.length })}
            </Button>
          )}
          {filled.length > 0 && (
            <Button look="primary" disabled={reporting.isBusy} onClick={() => void reporting.submit(filled)}>
              {t('reportAll', { count: filled.length })}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function PeriodHead({ line }: { readonly line: SheetLine }) {
  const t = useText(messages)
  const words = useWords()
  const isOver = Date.parse(words.now) > Date.parse(line.dueAt)
  const moment = words.moment(line.dueAt)
  return (
    <span className={isOver ? 'sheet__due is-over' : 'sheet__due'}>
      {words.period(line.periodId)} · {t(isOver ? 'overdueSince' : 'dueAt', { moment })}
    </span>
  )
}

function BurdenLine({ asking, own }: { readonly asking: Asking | undefined; readonly own: readonly SheetLine[] }) {
  const t = useText(messages)
  if (!asking) return null
  const { askedBy: who, units, lines } = asking
  return (
    <p className="sheet__burden">
      {t('burden', { who, units, lines, own: own.length })} <AboutMinutes lines={own} />
    </p>
  )
}
