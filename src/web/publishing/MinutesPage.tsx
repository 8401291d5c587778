import { Link, useParams } from '@tanstack/react-router'
import { meetingContract } from '#adapters/http/contract/supervision'
import { addressOf, useEndpoint, useText } from '#web/kit'
import { Button, Loaded, Page } from '#web/ui'
import { numbersOf, PaperBlocks, PaperNotes } from './BriefingPaper.tsx'
import { publishingMessages as messages } from './messages.ts'
import './publishing.css'

/** The minutes of a meeting as they are printed. */
export function MinutesPage() {
  const params = useParams({ from: '/frame/meetings/$meetingId/minutes' })
  const t = useText(messages)
  const minutes = useEndpoint(meetingContract.minutes, { params })
  return (
    <Loaded query={minutes} title={t('minutes')}>
      {({ title, blocks, sealHead, state, number }) => {
        const numbers = numbersOf([{ part: 'computed', blocks }])
        return (
          <Page
            title={title}
            lead={t(state === 'issued' ? 'minutesIssued' : 'minutesDraft')}
            actions={
              <>
                <Button look="quiet" onClick={() => window.print()}>
                  {t('print')}
                </Button>
                <a className="button button--plain" href={addressOf(meetingContract.minutesFile, { params })} download>
                  {t('download')}
                </a>
              </>
            }
          >
            <p className="no-print">
              <Link to="/meetings/$meetingId" params={params}>
                {t('backToMeeting')}
              </Link>
            </p>
            <article className="paper" lang="zh-CN">
              <header className="paper__head">
                <p className="paper__name">会商纪要</p>
                <p className="paper__issue">{`第${number}次${state === 'issued' ? '' : '（送审稿）'}`}</p>
              </header>
              <h2 className="paper__title">{title}</h2>
              <PaperBlocks blocks={blocks} {...numbers} />
              <PaperNotes notes={numbers.notes} title={t('notes')} />
              {sealHead && (
                <footer className="paper__end">
                  <p>{t('chainHead', { period: sealHead.period, day: sealHead.sealedOn })}</p>
                  <code>{(sealHead.hash.match(/.{1,8}/g) ?? []).join(' ')}</code>
                </footer>
              )}
            </article>
          </Page>
        )
      }}
    </Loaded>
  )
}
