import { lazy, Suspense } from 'react'
import type { reportingContract } from '#adapters/http/contract/reporting'
import type { OutputOf } from '#adapters/http/contract/kit'
import { useText } from '#web/kit'
import { Section } from '#web/ui'
import { BlockageList } from './BlockageList.tsx'
import { DisputeList } from './DisputeList.tsx'
import { HearList } from './HearList.tsx'
import { responsibilityMessages as messages } from './messages.ts'

/** Only offices are asked who reports; a unit's first page does not load what that takes. */
const JointLeadList = lazy(async () => ({ default: (await import('./JointLeadList.tsx')).JointLeadList }))

/** What duties beside the reports ask of a reader. */
export type Desk = OutputOf<typeof reportingContract.dutyDesk>

/** Whether anything waits at all. */
export const isDeskEmpty = (desk: Desk): boolean => Object.values(desk).every((rows) => rows.length === 0)

/** Countersign, confirm, arbitrate, unblock: each part only where something waits. */
export function DutyDesk({ desk }: { readonly desk: Desk }) {
  const t = useText(messages)
  const { toHear, toChoose, toArbitrate, toAnswer } = desk
  const toCountersign = toHear.filter(({ own }) => own.kind === 'countersign')
  const toConfirm = toHear.filter(({ own }) => own.kind === 'support')
  return (
    <>
      {toChoose.length > 0 && (
        <Section title={t('toChoose')} aside={<span className="chip">{toChoose.length}</span>}>
          <p className="sheet__burden">{t('toChooseHint')}</p>
          <Suspense>
            <JointLeadList items={toChoose} />
          </Suspense>
        </Section>
      )}
      {toArbitrate.length > 0 && (
        <Section title={t('toArbitrate')} aside={<span className="chip">{toArbitrate.length}</span>}>
          <DisputeList disputes={toArbitrate} />
        </Section>
      )}
      {toAnswer.length > 0 && (
        <Section title={t('toAnswerBlockage')} aside={<span className="chip">{toAnswer.length}</span>}>
          <BlockageList blockages={toAnswer} />
        </Section>
      )}
      {toCountersign.length > 0 && (
        <Section title={t('toCountersign')} aside={<span className="chip">{toCountersign.length}</span>}>
          <HearList rows={toCountersign} act="countersign" />
        </Section>
      )}
      {toConfirm.length > 0 && (
        <Section title={t('toConfirm')} aside={<span className="chip">{toConfirm.length}</span>}>
          <p className="sheet__burden">{t('toConfirmHint')}</p>
          <HearList rows={toConfirm} act="confirm" />
        </Section>
      )}
    </>
  )
}

/** What the reader's own units have under way: waiting for an arbiter, or for somebody's help. */
export function OwnMatters({ desk }: { readonly desk: Desk }) {
  const t = useText(messages)
  const { ownDisputes, ownBlockages } = desk
  return (
    <>
      {ownDisputes.length > 0 && (
        <Section title={t('ownDisputes')}>
          <DisputeList disputes={ownDisputes} />
        </Section>
      )}
      {ownBlockages.length > 0 && (
        <Section title={t('ownBlockages')}>
          <BlockageList blockages={ownBlockages} />
        </Section>
      )}
    </>
  )
}
