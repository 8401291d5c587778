import { lazy, Suspense, useRef } from 'react'
import { reportingContract, type SheetLine } from '#adapters/http/contract/reporting'
import { holds, useEndpoint, useMe, useText } from '#web/kit'
import { Loaded, Section } from '#web/ui'
import { reportingMessages as messages } from './messages.ts'
import './reporting.css'
import { DutyDesk, isDeskEmpty, OwnMatters } from './responsibility/DutyDesk.tsx'
import { SheetForm } from './SheetForm.tsx'
import { UnderWay } from './UnderWay.tsx'
import { useRowKeys } from './use-row-keys.ts'
import { useWords } from './words.ts'

/** Who has nothing to sign or to accept does not load what that takes. */
const JudgeList = lazy(async () => ({ default: (await import('./JudgeList.tsx')).JudgeList }))

/** What needs the reader in the reporting room: to decide, to sign, to accept, to countersign and confirm, to report; and what he has sent off. */
export function MyWork() {
  const t = useText(messages)
  const work = useEndpoint(reportingContract.work)
  const { data: desk } = useEndpoint(reportingContract.dutyDesk)
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list)
  const { accountId } = useWords()
  const me = useMe()
  // Who steers finds the exceptions on this page; that he has no sheet to fill in is no news to him.
  const isSteering = me.data !== undefined && holds(me.data, 'leader', 'convener', 'inspector')
  return (
    <Loaded query={work}>
      {({ toReport, toSign, toAccept, heard, underWay, asking }) => (
        <div ref={list} className="work">
          {[toReport, toSign, toAccept, underWay].every((lines) => lines.length === 0) &&
            desk &&
            isDeskEmpty(desk) &&
            !isSteering && (
              <p className="sheet__burden">
                {t('nothingDue')}
                {t('nothingDueText')}
              </p>
            )}
          {toSign.length > 0 && (
            <Section title={t('toSign')} aside={<span className="chip">{toSign.length}</span>}>
              <Suspense>
                <JudgeList lines={toSign} act="sign" />
              </Suspense>
            </Section>
          )}
          {toAccept.length > 0 && (
            <Section title={t('toAccept')} aside={<span className="chip">{toAccept.length}</span>}>
              <Suspense>
                <JudgeList lines={toAccept} act="accept" heard={heard} />
              </Suspense>
            </Section>
          )}
          {desk && <DutyDesk desk={desk} />}
          {accountId && <SheetForm key={accountId} lines={inOrder(toReport)} asking={asking} accountId={accountId} />}
          {underWay.length > 0 && (
            <Section title={t('underWay')}>
              <UnderWay lines={underWay} />
            </Section>
          )}
          {desk && <OwnMatters desk={desk} />}
        </div>
      )}
    </Loaded>
  )
}

/** What came back first, then by due moment; within a period in the order of the plan. */
function inOrder(lines: readonly SheetLine[]): readonly SheetLine[] {
  const isBack = (line: SheetLine) => (line.report?.state === 'returned' ? 0 : 1)
  return [...lines].sort((a, b) => isBack(a) - isBack(b) || Date.parse(a.dueAt) - Date.parse(b.dueAt))
}
