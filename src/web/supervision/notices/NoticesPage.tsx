import { getRouteApi } from '@tanstack/react-router'
import { noticeContract, type NoticeLevel, type NoticeLine } from '#adapters/http/contract/supervision'
import { holds, useAction, useEndpoint, useLanguage, useMe, useText, When } from '#web/kit'
import { Button, Empty, ErrorNote, Loaded, Page, Section } from '#web/ui'
import '../supervision.css'
import './notices.css'
import { Ahead } from './Ahead.tsx'
import { MatterText } from './MatterText.tsx'
import { noticeMessages as messages } from './messages.ts'
import { OwnWishes } from './OwnWishes.tsx'
import { Proposals } from './Proposals.tsx'
import { RulesSection } from './RulesSection.tsx'

const route = getRouteApi('/frame/messages')
const LEVELS: readonly NoticeLevel[] = ['reminder', 'urging', 'warning']

/** The reader's messages; below them what will come, by which rules, and how he wants to hear. */
export function NoticesPage() {
  const t = useText(messages)
  const me = useMe()
  const { unread, level } = route.useSearch()
  const query = { unread: unread === true ? ('true' as const) : undefined, level }
  const notices = useEndpoint(noticeContract.notices, { query }, { filters: ['unread', 'level'] })
  const rules = useEndpoint(noticeContract.rules)
  const mark = useAction(noticeContract.markRead)
  const count = notices.data?.unread ?? 0
  return (
    <Page
      title={t('title')}
      lead={t('lead', { unread: count })}
      actions={count > 0 && <Button onClick={() => mark.mutate({ body: { noticeIds: null } })}>{t('allRead')}</Button>}
    >
      <Filters />
      <ErrorNote error={mark.error} />
      <Loaded query={notices}>
        {(data) =>
          data.notices.length === 0 ? (
            <Empty text={t('none')} />
          ) : (
            <ol className="notices">
              {data.notices.map((notice) => (
                <NoticeEntry
                  key={notice.noticeId}
                  notice={notice}
                  onRead={() => mark.mutate({ body: { noticeIds: [notice.noticeId] } })}
                />
              ))}
            </ol>
          )
        }
      </Loaded>
      {me.data && holds(me.data, 'coordinator', 'inspector', 'leader') && <Proposals />}
      <Loaded query={rules}>
        {(view) => (
          <>
            <Section title={t('ahead')} aside={<span className="chip">{view.ahead.length}</span>}>
              <Ahead view={view} />
            </Section>
            <RulesSection view={view} />
            <OwnWishes key={JSON.stringify(view.preference)} preference={view.preference} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Filters() {
  const t = useText(messages)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choices = [
    { label: t('all'), on: search.unread !== true, next: { ...search, unread: undefined } },
    { label: t('unread'), on: search.unread === true, next: { ...search, unread: true } },
    ...LEVELS.map((level) => ({
      ...{ label: t(level), on: search.level === level },
      next: { ...search, level: search.level === level ? undefined : level },
    })),
  ]
  return (
    <div className="toggles no-print" role="group">
      {choices.map(({ label, on, next }) => (
        <button
          key={label}
          type="button"
          className="toggles__one"
          aria-pressed={on}
          onClick={() => void navigate({ search: next, replace: true })}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

function NoticeEntry({ notice, onRead }: { readonly notice: NoticeLine; readonly onRead: () => void }) {
  const t = useText(messages)
  return (
    <li className={`notice ${notice.readAt === null ? 'is-unread' : ''}`} data-row>
      <header className="notice__head">
        <LevelMark level={notice.level} />
        <When at={notice.moment} />
        {notice.readAt === null && (
          <Button look="quiet" onClick={onRead}>
            {t('markRead')}
          </Button>
        )}
      </header>
      <ul className="notice__matters">
        {notice.matters.map((matter) => (
          <MatterEntry key={matter.key} matter={matter} />
        ))}
      </ul>
    </li>
  )
}

function MatterEntry({ matter }: { readonly matter: NoticeLine['matters'][number] }) {
  const t = useText(messages)
  const grounds = useGrounds(matter)
  return (
    <li>
      <LevelMark level={matter.level} />
      <span>
        {matter.isCopy && <span className="notice__copy">{t('copy')}</span>}
        {matter.unitName && `${matter.unitName} · `}
        <MatterText matter={matter} />
        <small className="list__sub">{grounds}</small>
      </span>
    </li>
  )
}

/** Why it came, and what comes next: 7月30日 17:00 到期，按规则在到期后 1 个工作日发出；仍未办的，8月4日警示. */
function useGrounds({ dueAt, workdays, next }: NoticeLine['matters'][number]): string {
  const t = useText(messages)
  const { language } = useLanguage()
  const days = Math.abs(workdays)
  const rule = workdays < 0 ? t('before', { days }) : workdays === 0 ? t('onDue') : t('after', { days })
  const parts = [t('due', { moment: dueAt }), rule]
  if (next) parts.push(t('next', { day: next.on, level: t(next.level) }))
  return parts.join(language === 'zh' ? '，' : ', ')
}

/** A level as word and bar: one bar for a reminder, three for a warning; never a light's colour. */
export function LevelMark({ level }: { readonly level: NoticeLevel }) {
  const t = useText(messages)
  return (
    <span className={`level level--${level}`}>
      <span aria-hidden="true" className="level__bars">
        {'▮'.repeat(LEVELS.indexOf(level) + 1)}
      </span>
      {t(level)}
    </span>
  )
}
