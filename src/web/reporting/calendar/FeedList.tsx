import { type CalendarFeed, reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useEndpoint, useLanguage, useMe, useText } from '#web/kit'
import { Button, ErrorNote, Section, TextField } from '#web/ui'
import { useWords } from '../words.ts'
import { calendarMessages as messages } from './calendar-messages.ts'

/** Secret addresses for calendar programs: made, shown once, ended. */
export function FeedList() {
  const t = useText(messages)
  const { language } = useLanguage()
  const me = useMe()
  const feeds = useEndpoint(reportingContract.feeds)
  const make = useAction(reportingContract.makeFeed)
  const own = (me.data?.roles ?? []).filter(({ role, unitId }) => unitId && ['reporter', 'signer'].includes(role))
  const units = new Map(own.map(({ unitId, unitName }) => [unitId ?? '', unitName ?? '']))
  return (
    <Section title={t('feeds')}>
      <p className="feeds__text">{t('feedsText')}</p>
      <div className="toolbar no-print">
        <Button disabled={make.isPending} onClick={() => make.mutate({ body: { unitId: null } })}>
          {t('feedMine')}
        </Button>
        {[...units].map(([unitId, unit]) => (
          <Button key={unitId} disabled={make.isPending} onClick={() => make.mutate({ body: { unitId } })}>
            {t('feedUnit', { unit })}
          </Button>
        ))}
      </div>
      {make.data && (
        <TextField
          label={t('feedAddress')}
          readOnly
          value={`${window.location.origin}${make.data.path}?language=${language}`}
          onFocus={(event) => event.target.select()}
        />
      )}
      <ErrorNote error={make.error ?? feeds.error} />
      <ul className="feeds">
        {(feeds.data?.feeds ?? []).map((feed) => (
          <Feed key={feed.feedId} feed={feed} />
        ))}
      </ul>
    </Section>
  )
}

function Feed({ feed: { feedId, unitName, madeAt } }: { readonly feed: CalendarFeed }) {
  const t = useText(messages)
  const words = useWords()
  const revoke = useAction(reportingContract.revokeFeed)
  return (
    <li>
      <span>{unitName ?? t('feedOfMine')}</span>
      <span className="act__sub">{t('madeAt', { moment: words.moment(madeAt) })}</span>
      <Button look="quiet" disabled={revoke.isPending} onClick={() => revoke.mutate({ params: { feedId } })}>
        {t('revoke')}
      </Button>
      <ErrorNote error={revoke.error} />
    </li>
  )
}
