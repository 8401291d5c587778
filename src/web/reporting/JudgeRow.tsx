import { Link } from '@tanstack/react-router'
import type { WallItem } from '#adapters/http/contract/insight'
import { reportingContract, type SheetLine, type Voice } from '#adapters/http/contract/reporting'
import { addressOf, useText } from '#web/kit'
import { Button, LightMark } from '#web/ui'
import { reportingMessages as messages } from './messages.ts'
import { VoiceWords } from './responsibility/VoiceWords.tsx'
import { lastText, SaidFigure } from './SaidFigure.tsx'
import { MadeOf } from './targets/MadeOf.tsx'
import { StateWords } from './UnderWay.tsx'
import { rounded } from './rounded.ts'
import { targetText, useWords } from './words.ts'

interface JudgeRowProps {
  readonly line: SheetLine
  /** Its standing before this report; undefined where none is known. */
  readonly wallItem: WallItem | undefined
  readonly voices: readonly Voice[]
  readonly isChosen: boolean
  readonly problem: string | undefined
  readonly onChoose: (isChosen: boolean) => void
  readonly onReturn: () => void
}

/** One report as its signer or acceptor reads it: the figure beside the last one, the pace and the light. */
export function JudgeRow({ line, voices, wallItem, isChosen, problem, onChoose, onReturn }: JudgeRowProps) {
  const t = useText(messages)
  const { item, last, report, unitName } = line
  const unit = item.target?.unit ?? ''
  return (
    <li className="judged" data-row tabIndex={-1}>
      <input
        type="checkbox"
        checked={isChosen}
        aria-label={t('choose', { title: item.title })}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <div className="judged__what">
        <Link to="/items/$itemId" params={{ itemId: line.itemId }} className="ask__title">
          {item.title}
        </Link>
        <p className="ask__facts">
          <span>{unitName}</span>
          {item.target && targetText(item.target) && (
            <span>
              {t('target')} {targetText(item.target)}
            </span>
          )}
          <StateWords line={line} />
        </p>
        <MadeOf line={line} />
        {report && <Words line={line} />}
        <VoiceWords voices={voices} />
        {problem && (
          <p className="field__error" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className="judged__figures">
        <b>
          <SaidFigure line={line} />
        </b>
        <span className="judged__light ask__unit">
          {t('before')} {lastText(line, t)}
          {last?.value == null ? '' : unit}
        </span>
        {wallItem && (
          <span className="judged__light">
            <LightMark light={wallItem.light} />
            {wallItem.asked !== null && (
              <span className="ask__unit">{t('pace', { asked: `${rounded(wallItem.asked)}${unit}` })}</span>
            )}
          </span>
        )}
      </div>
      <Button look="quiet" onClick={onReturn}>
        {t('giveBack')}
      </Button>
    </li>
  )
}

function Words({ line: { report, item } }: { readonly line: SheetLine }) {
  const t = useText(messages)
  const words = useWords()
  if (!report) return null
  const { claim, channel, respondent, paragraph, blockage, nodesDone, files } = report
  return (
    <div className="judged__words">
      {claim && item.target && <span className="chip">{t(claim)}</span>}
      {nodesDone.map((label) => (
        <span key={label} className="chip">
          {t('nodeDone', { label })}
        </span>
      ))}
      {channel && (
        <span className="chip">{t(channel === 'link' ? 'byLink' : 'bySheet', { who: respondent ?? '' })}</span>
      )}
      {paragraph && <p>{paragraph}</p>}
      {blockage && (
        <p>
          {t('needsBlockage', { who: blockage.needs, what: blockage.what })}
          {blockage.by && ` ${t('by', { day: blockage.by })}`}
        </p>
      )}
      {files.map((file) => (
        <a key={file.attachmentId} href={addressOf(reportingContract.file, { params: file })}>
          {file.fileName}
        </a>
      ))}
      {report.submittedAt && <span className="ask__unit">{words.moment(report.submittedAt)}</span>}
    </div>
  )
}
