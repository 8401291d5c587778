import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type BlockageMatter, type ItemDuties, reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useText, useMarks } from '#web/kit'
import { Button } from '#web/ui'
import { useWords } from '../words.ts'
import { MatterDialog } from './MatterDialog.tsx'
import { responsibilityMessages as messages } from './messages.ts'

type Act = 'answer' | 'escalate' | 'resolve'

interface BlockageListProps {
  readonly blockages: readonly (BlockageMatter & { readonly events?: ItemDuties['blockages'][number]['events'] })[]
  /** On the page of the item: with its history, and no link to itself. */
  readonly ofItem?: true
}

/** Blockages with whose answer each waits for; answered, raised and settled here. */
export function BlockageList({ blockages, ofItem }: BlockageListProps) {
  const t = useText(messages)
  const [acting, setActing] = useState<{ readonly blockage: BlockageMatter; readonly act: Act } | null>(null)
  return (
    <>
      <ul className="matters">
        {blockages.map((blockage) => (
          <li key={blockage.blockageId} className="matters__one" data-row tabIndex={-1}>
            {!ofItem && (
              <Link to="/items/$itemId" params={{ itemId: blockage.itemId }} className="ask__title">
                {blockage.itemTitle}
              </Link>
            )}
            <BlockageWords blockage={blockage} />
            {blockage.events && <Events events={blockage.events} />}
            <span className="matters__deeds no-print">
              {actsOn(blockage).map((act) => (
                <Button key={act} onClick={() => setActing({ blockage, act })}>
                  {t(act)}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {acting && <Acting {...acting} onClose={() => setActing(null)} />}
    </>
  )
}

/** Raising goes up one level, once the present one has answered or its days are over. */
function actsOn({ mayAnswer, isOwn, state, overdue, levelName }: BlockageMatter): readonly Act[] {
  const canRise = isOwn && levelName !== 'withLeader' && (state === 'answered' || overdue)
  return [
    ...(mayAnswer ? (['answer'] as const) : []),
    ...(canRise ? (['escalate'] as const) : []),
    ...(isOwn ? (['resolve'] as const) : []),
  ]
}

function BlockageWords({ blockage }: { readonly blockage: BlockageMatter }) {
  const t = useText(messages)
  const words = useWords()
  const { unitName: unit, what, needs, needsUnitName, by, state, levelName, levelDueAt, overdue, outcome } = blockage
  const who = levelName === 'withUnit' && needsUnitName ? needsUnitName : t(levelName)
  return (
    <>
      <p>
        {needsUnitName === null
          ? t('blockedAsks', { unit, what, asks: needs })
          : t('blockedNeeds', { unit, what, who: needsUnitName })}
      </p>
      <p className="ask__facts">
        {state === 'open' && <span>{t('atLevel', { who })}</span>}
        {state === 'answered' && <span>{t('answeredAt', { who })}</span>}
        {state === 'open' && (
          <span className={overdue ? 'is-over' : undefined}>
            {overdue ? t('overdue') : t('by', { moment: words.moment(levelDueAt) })}
          </span>
        )}
        {by && (
          <span>
            {t('neededBy')} {by}
          </span>
        )}
        {outcome && <span>{t('outcome', { outcome })}</span>}
      </p>
    </>
  )
}

function Events({ events }: { readonly events: ItemDuties['blockages'][number]['events'] }) {
  const t = useText(messages)
  const words = useWords()
  const marks = useMarks()
  return (
    <ol className="matters__events">
      {events.map(({ action, at, note, byName }) => (
        <li key={`${action} ${at}`}>
          {words.moment(at)} {byName} {t(`event_${action}` as keyof typeof messages)}
          {note !== '' && `${marks.colon}${note}`}
        </li>
      ))}
    </ol>
  )
}

interface ActingProps {
  readonly blockage: BlockageMatter
  readonly act: Act
  readonly onClose: () => void
}

function Acting({ blockage, act, onClose }: ActingProps) {
  const t = useText(messages)
  const send = useAction(reportingContract.actOnBlockage)
  const marks = useMarks()
  const { blockageId, revision } = blockage
  return (
    <MatterDialog
      title={`${t(act)}${marks.colon}${blockage.itemTitle}`}
      label={t(`note_${act}`)}
      submit={t(act)}
      error={send.error}
      isBusy={send.isPending}
      onSubmit={({ words: note }) =>
        send.mutate({ params: { blockageId }, body: { revision, action: act, note } }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p>{blockage.what}</p>
    </MatterDialog>
  )
}
