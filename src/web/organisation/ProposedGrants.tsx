import { organisationContract } from '#adapters/http/contract/organisation'
import { useAction, useEndpoint, useText } from '#web/kit'
import { Button, ErrorNote, Section } from '#web/ui'
import { organisationMessages as messages } from './messages.ts'

/** Roles that wait for the security officer: confirmed all at once, or refused one by one. Shown only while there are any. */
export function ProposedGrants() {
  const t = useText(messages)
  const { data } = useEndpoint(organisationContract.proposedGrants)
  const decide = useAction(organisationContract.decideProposedGrants)
  const proposals = data?.proposals ?? []
  const [first] = proposals
  if (!first) return null
  const rule = (proposalIds: readonly string[], confirm: boolean) =>
    decide.mutate({ body: { proposalIds: [...proposalIds], confirm } })
  return (
    <Section title={t('proposed')}>
      <p>
        {t('proposedLead', { count: proposals.length, by: first.proposedByName ?? '' })}{' '}
        <Button
          look="primary"
          disabled={decide.isPending}
          onClick={() =>
            rule(
              proposals.map(({ proposalId }) => proposalId),
              true,
            )
          }
        >
          {t('confirmAll', { count: proposals.length })}
        </Button>
      </p>
      <ErrorNote error={decide.error} />
      <details>
        <summary>{t('proposedList')}</summary>
        <ul>
          {proposals.map(({ proposalId, login, role, unitName }) => (
            <li key={proposalId}>
              {unitName} · {t(role as keyof typeof messages)} · {login}
              <Button look="quiet" disabled={decide.isPending} onClick={() => rule([proposalId], true)}>
                {t('confirmOne')}
              </Button>
              <Button look="quiet" disabled={decide.isPending} onClick={() => rule([proposalId], false)}>
                {t('refuseOne')}
              </Button>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  )
}
