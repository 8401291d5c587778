import { noticeContract, type Proposal } from '#adapters/http/contract/supervision'
import { useEndpoint, useText, useMarks } from '#web/kit'
import { Section } from '#web/ui'
import { noticeMessages as messages } from './messages.ts'

/** Interview and listing with their grounds. Nothing can be pressed here: it is a person's decision, made elsewhere. */
export function Proposals() {
  const t = useText(messages)
  const { data } = useEndpoint(noticeContract.proposals)
  const marks = useMarks()
  if (!data || data.proposals.length === 0) return null
  return (
    <Section title={t('proposals')} aside={<span className="chip">{data.proposals.length}</span>}>
      <p className="notice__lead">{t('personal')}</p>
      <ul className="proposals">
        {data.proposals.map((proposal) => (
          <li key={`${proposal.place.id}${proposal.place.periodId ?? ''}${proposal.unitName}`}>
            <b>{t(proposal.measure)}</b> {proposal.unitName} · {proposal.subject}
            <small className="list__sub">
              {proposal.grounds.map((ground) => t(ground, factsOf(proposal, ground))).join(marks.semicolon)}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function factsOf({ warnedOn, refusedClaims, reopened }: Proposal, ground: Proposal['grounds'][number]) {
  return { day: warnedOn ?? '', count: ground === 'rebound' ? reopened : refusedClaims }
}
