import { nextPeriod, periodOf } from '#core/kit'
import { scoringContract as contract, type Scores } from '#adapters/http/contract/scoring'
import { periodName, useAction, useLanguage, useText } from '#web/kit'
import { Button, ErrorNote, Section } from '#web/ui'
import { scoringMessages as messages } from './messages.ts'

interface SchemeSectionProps {
  readonly scores: Scores
  readonly planId: string
  readonly today: string | undefined
}

/** The published versions of the scheme with their hashes, and the way to publish one from the next quarter on. */
export function SchemeSection({ scores, planId, today }: SchemeSectionProps) {
  const t = useText(messages)
  const { language } = useLanguage()
  const publish = useAction(contract.publishScheme)
  const next = today === undefined ? null : nextPeriod(periodOf('quarter', today)).id
  const waits = next !== null && !scores.schemes.some(({ effectiveFrom }) => effectiveFrom >= next)
  return (
    <Section title={t('scheme')}>
      {scores.schemes.length === 0 && <p>{t('noScheme')}</p>}
      <ul className="scheme">
        {scores.schemes.map(({ version, hash, effectiveFrom, publishedAt }) => (
          <li key={version}>
            {t('schemeLine', {
              ...{ version, period: periodName(effectiveFrom, language), at: publishedAt },
            })}{' '}
            <code title={hash}>{hash.slice(0, 16)}</code>
          </li>
        ))}
      </ul>
      {scores.may.publishScheme && waits && (
        <p>
          <Button
            disabled={publish.isPending}
            onClick={() => publish.mutate({ body: { planId, effectiveFrom: next } })}
          >
            {t('publishScheme', { period: periodName(next, language) })}
          </Button>
        </p>
      )}
      <ErrorNote error={publish.error} />
    </Section>
  )
}
