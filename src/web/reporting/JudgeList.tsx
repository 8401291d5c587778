import { useState } from 'react'
import { type Heard, reportingContract, type SheetLine } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { keyOf } from './drafts.ts'
import { JudgeRow } from './JudgeRow.tsx'
import { reportingMessages as messages } from './messages.ts'
import { ReturnDialog } from './ReturnDialog.tsx'
import { useLights } from './use-lights.ts'

interface JudgeListProps {
  readonly lines: readonly SheetLine[]
  readonly act: 'sign' | 'accept'
  /** What other units say of them. */
  readonly heard?: readonly Heard[]
}

/** Reports to be signed or accepted: read, choose, decide together; or give one back with a reason. */
export function JudgeList({ lines, act, heard = [] }: JudgeListProps) {
  const t = useText(messages)
  const decide = useAction(reportingContract[act])
  const lights = useLights(act === 'accept')
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const [returning, setReturning] = useState<SheetLine | null>(null)
  const chosen = lines.filter((line) => keys.has(keyOf(line)))
  const choose = (some: readonly string[], isChosen: boolean) =>
    setKeys((before) => new Set(isChosen ? [...before, ...some] : [...before].filter((key) => !some.includes(key))))
  const decideChosen = () => decide.mutate({ body: { reports: chosen.map(shownOf) } })
  const refused = (decide.data?.outcomes ?? []).flatMap((outcome) => (outcome.problem ? [outcome] : []))
  return (
    <div className="judge">
      <label className="judge__all">
        <input
          type="checkbox"
          checked={chosen.length === lines.length}
          onChange={(event) => choose(lines.map(keyOf), event.target.checked)}
        />
        {t('chooseAll')}
      </label>
      <ul className="judge__list">
        {lines.map((line) => (
          <JudgeRow
            key={keyOf(line)}
            line={line}
            voices={heard.find((one) => keyOf(one) === keyOf(line))?.voices ?? []}
            wallItem={lights.get(line.itemId)}
            isChosen={keys.has(keyOf(line))}
            problem={refused.find((outcome) => keyOf(outcome) === keyOf(line))?.problem?.title}
            onChoose={(isChosen) => choose([keyOf(line)], isChosen)}
            onReturn={() => setReturning(line)}
          />
        ))}
      </ul>
      <ErrorNote error={decide.error} />
      <div className="sheet__all">
        <Button look="primary" disabled={chosen.length === 0 || decide.isPending} onClick={decideChosen}>
          {chosen.length === 0 ? t(act === 'sign' ? 'signNone' : 'acceptNone') : t(act, { count: chosen.length })}
        </Button>
      </div>
      {returning && <ReturnDialog line={returning} onClose={() => setReturning(null)} />}
    </div>
  )
}

function shownOf({ cadenceId, periodId, itemId, report }: SheetLine) {
  return { cadenceId, periodId, itemId, revision: report?.revision ?? 0 }
}
