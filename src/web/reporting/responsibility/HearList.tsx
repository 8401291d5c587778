import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { reportingContract, type ToHear } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { keyOf } from '../drafts.ts'
import { SaidFigure } from '../SaidFigure.tsx'
import { targetText, useWords } from '../words.ts'
import { MatterDialog } from './MatterDialog.tsx'
import { responsibilityMessages as messages } from './messages.ts'

const rowKey = ({ line, own }: ToHear): string => `${keyOf(line)} ${own.unitId}`

const voiceOf = ({ line, own }: ToHear, answer: 'agrees' | 'objects', note: string) => {
  const { cadenceId, periodId, itemId, report } = line
  return { cadenceId, periodId, itemId, revision: report?.revision ?? 0, unitId: own.unitId, answer, note }
}

/** Signed reports on which the reader's unit is heard: agree to many at once, object to one with a reason. */
export function HearList({ rows, act }: { readonly rows: readonly ToHear[]; readonly act: 'countersign' | 'confirm' }) {
  const t = useText(messages)
  const give = useAction(reportingContract.giveVoices)
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const [objecting, setObjecting] = useState<ToHear | null>(null)
  const chosen = rows.filter((row) => keys.has(rowKey(row)))
  const choose = (some: readonly string[], isChosen: boolean) =>
    setKeys((before) => new Set(isChosen ? [...before, ...some] : [...before].filter((key) => !some.includes(key))))
  return (
    <div className="judge">
      <label className="judge__all">
        <input
          type="checkbox"
          checked={chosen.length === rows.length}
          onChange={(event) => choose(rows.map(rowKey), event.target.checked)}
        />
        {t('all')}
      </label>
      <ul className="judge__list">
        {rows.map((row) => (
          <HearRow
            key={rowKey(row)}
            row={row}
            isChosen={keys.has(rowKey(row))}
            onChoose={(isChosen) => choose([rowKey(row)], isChosen)}
            onObject={() => setObjecting(row)}
          />
        ))}
      </ul>
      <ErrorNote error={objecting ? null : give.error} />
      <div className="sheet__all">
        <Button
          look="primary"
          disabled={chosen.length === 0 || give.isPending}
          onClick={() => give.mutate({ body: { voices: chosen.map((row) => voiceOf(row, 'agrees', '')) } })}
        >
          {chosen.length === 0 ? t('chooseFirst') : t(act, { count: chosen.length })}
        </Button>
      </div>
      {objecting && (
        <MatterDialog
          title={t('objectTitle', { title: objecting.line.item.title })}
          label={t('objection')}
          submit={t('objectTo')}
          error={give.error}
          isBusy={give.isPending}
          onSubmit={({ words }) =>
            give.mutate(
              { body: { voices: [voiceOf(objecting, 'objects', words)] } },
              { onSuccess: () => setObjecting(null) },
            )
          }
          onClose={() => setObjecting(null)}
        />
      )}
    </div>
  )
}

interface HearRowProps {
  readonly row: ToHear
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
  readonly onObject: () => void
}

function HearRow({ row: { line, own }, isChosen, onChoose, onObject }: HearRowProps) {
  const t = useText(messages)
  const words = useWords()
  const { item, report } = line
  const moment = words.moment(own.dueAt)
  return (
    <li className="judged" data-row tabIndex={-1}>
      <input
        type="checkbox"
        checked={isChosen}
        aria-label={t('pick', { title: item.title })}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <div className="judged__what">
        <Link to="/items/$itemId" params={{ itemId: line.itemId }} className="ask__title">
          {item.title}
        </Link>
        <p className="ask__facts">
          <span>{line.unitName}</span>
          <span>{words.period(line.periodId)}</span>
          {item.target && <span>{targetText(item.target)}</span>}
          <span className={own.state === 'silent' ? 'is-over' : undefined}>
            {t(own.state === 'silent' ? 'wasDue' : 'by', { moment })}
          </span>
        </p>
        {report?.paragraph && <p>{report.paragraph}</p>}
      </div>
      <div className="judged__figures">
        <b>
          <SaidFigure line={line} />
        </b>
      </div>
      <Button look="quiet" onClick={onObject}>
        {t('objectTo')}
      </Button>
    </li>
  )
}
