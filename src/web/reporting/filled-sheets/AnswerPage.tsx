import { useState } from 'react'
import { reportingContract, type SheetLine } from '#adapters/http/contract/reporting'
import type { OutputOf } from '#adapters/http/contract/kit'
import { useSecretEndpoint, useText } from '#web/kit'
import { LanguageButton, Loaded, Page, Section } from '#web/ui'
import { AskAnswer } from '../AskAnswer.tsx'
import { AskMore } from '../AskMore.tsx'
import { keyOf } from '../drafts.ts'
import { LinkFileList } from '../FileList.tsx'
import '../reporting.css'
import { lastText, SaidFigure } from '../SaidFigure.tsx'
import { reportingMessages } from '../messages.ts'
import { type Drafts, useDrafts } from '../use-drafts.ts'
import type { Reporting } from '../use-reporting.ts'
import { targetText, useWords } from '../words.ts'
import { filledSheetMessages as messages } from './messages.ts'
import { useAnswering } from './use-answering.ts'

type Sheet = OutputOf<typeof reportingContract.openRespondentSheet>

/** What a one-time link opens: /answer/{region}#{token}. The token stays in the fragment, so that no log sees it. */
export function AnswerPage({ region }: { readonly region: string }) {
  const t = useText(messages)
  const [token] = useState(() => window.location.hash.slice(1))
  const sheet = useSecretEndpoint(reportingContract.openRespondentSheet, {
    params: { regionId: region },
    body: { token },
  })
  return (
    <Loaded query={sheet} title={t('outside')}>
      {(found) => <Answers sheet={found} region={region} token={token} />}
    </Loaded>
  )
}

interface AnswersProps {
  readonly sheet: Sheet
  readonly region: string
  readonly token: string
}

function Answers({ sheet, region, token }: AnswersProps) {
  const t = useText(messages)
  const words = useWords()
  const drafts = useDrafts(`link.${token.slice(0, 12)}`)
  const answering = useAnswering(drafts, { regionId: region, token })
  const { unitName: unit, respondent, expiresAt, lines, periodId } = sheet
  const isOpen = ({ report }: SheetLine) => report === null || ['draft', 'returned', 'withdrawn'].includes(report.state)
  const open = lines.filter(isOpen)
  return (
    <Page
      title={t('answerTitle', { unit })}
      lead={t('answerLead', { respondent, moment: words.moment(expiresAt) })}
      actions={<LanguageButton />}
    >
      {open.length === 0 && <p>{t('allAnswered')}</p>}
      {open.length > 0 && (
        <Section title={words.period(periodId)} aside={<DueMark line={open[0]} now={sheet.now} />}>
          <ul className="asks">
            {open.map((line) => (
              <Line
                key={keyOf(line)}
                line={line}
                drafts={drafts}
                reporting={answering}
                link={{ regionId: region, token }}
              />
            ))}
          </ul>
        </Section>
      )}
      {lines.length > open.length && (
        <Section title={t('answeredLine')}>
          <ul className="asks">
            {lines
              .filter((line) => !isOpen(line))
              .map((line) => (
                <li key={keyOf(line)} className="ask">
                  <span>{line.item.title}</span>
                  <SaidFigure line={line} />
                </li>
              ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function DueMark({ line, now }: { readonly line: SheetLine | undefined; readonly now: string }) {
  const t = useText(messages)
  const words = useWords()
  if (!line) return null
  const isOver = Date.parse(now) > Date.parse(line.dueAt)
  return (
    <span className={isOver ? 'sheet__due is-over' : 'sheet__due'}>
      {t('dueBy', { moment: words.moment(line.dueAt) })}
    </span>
  )
}

interface LineProps {
  readonly line: SheetLine
  readonly drafts: Drafts
  readonly reporting: Reporting
  readonly link: { readonly regionId: string; readonly token: string }
}

function Line({ line, drafts, reporting, link }: LineProps) {
  const t = useText(messages)
  const lastWords = useText(reportingMessages)
  const words = useWords()
  const { item, figurePeriodId, last, report } = line
  const problem = reporting.problemOf(line)
  return (
    <li className="ask" data-row tabIndex={-1}>
      <div className="ask__head">
        <b>{item.title}</b>
        <p className="ask__facts">
          {item.target && (
            <span>
              {t('target')} {targetText(item.target)}
            </span>
          )}
          {item.accumulation && <span>{t('figureOf', { period: words.period(figurePeriodId) })}</span>}
          {last && (
            <span>
              {t('last')} {lastText(line, lastWords)}
            </span>
          )}
        </p>
      </div>
      {report?.returnReason && report.state === 'returned' && <p className="note note--error">{report.returnReason}</p>}
      <AskAnswer line={line} drafts={drafts} reporting={reporting} />
      <AskMore line={line} drafts={drafts}>
        <LinkFileList line={line} drafts={drafts} {...link} />
      </AskMore>
      {problem && (
        <p className="note note--error" role="alert">
          {problem.message}
        </p>
      )}
    </li>
  )
}
