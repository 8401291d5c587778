import { useText } from '#web/kit'
import { Button } from '#web/ui'
import { planMessages } from '../messages.ts'
import { entriesOf } from './draft-state.ts'
import { LiveField } from './LiveField.tsx'
import { RemovedEntries } from './RemovedEntries.tsx'
import { useReview } from './review-context.ts'

/** The plan itself: title, number, issuer, year; its campaigns; the thresholds of its lights. */
export function HeadTab() {
  const { closed } = useReview()
  return (
    <fieldset className="editor editor--plain" disabled={closed}>
      <MetaFields />
      <CampaignFields />
      <ThresholdFields />
      <RemovedEntries matches={(entry) => entry.kind === 'campaign'} />
    </fieldset>
  )
}

const metaFields = [
  ['framework', 'framework'],
  ['docNumber', 'docNumber'],
  ['issuer', 'issuer'],
  ['copies', 'copies'],
] as const

function MetaFields() {
  const t = useText(planMessages)
  const { state, actions } = useReview()
  const row = state.rows.get('meta')
  if (row?.entry.kind !== 'meta') return null
  const { body } = row.entry
  const change = (next: Partial<typeof body>, base: number) =>
    actions.edit(
      'meta',
      (entry) => (entry.kind === 'meta' ? { ...entry, body: { ...entry.body, ...next } } : entry),
      base,
    )
  const shared = { revision: row.revision }
  return (
    <div className="editor__grid">
      <h3 className="editor__wide">{t('headFields')}</h3>
      <div className="editor__wide">
        <LiveField
          {...shared}
          label={t('title')}
          value={body.title}
          onCommit={(title, base) => change({ title }, base)}
        />
      </div>
      {metaFields.map(([field, label]) => (
        <LiveField
          {...shared}
          key={field}
          label={t(label)}
          value={body[field] ?? ''}
          onCommit={(text, base) => change({ [field]: text.trim() || null }, base)}
        />
      ))}
      <LiveField
        {...shared}
        type="date"
        label={t('issuedOn')}
        value={body.issuedOn ?? ''}
        onCommit={(text, base) => change({ issuedOn: text || null }, base)}
      />
      <LiveField
        {...shared}
        figure
        label={t('year')}
        value={body.year === null ? '' : String(body.year)}
        onCommit={(text, base) => change({ year: /^\d{4}$/.test(text.trim()) ? Number(text) : null }, base)}
      />
    </div>
  )
}

function CampaignFields() {
  const t = useText(planMessages)
  const { state, actions } = useReview()
  const campaigns = entriesOf(state.rows, 'campaign').sort((a, b) => a.body.no - b.body.no)
  const next = Math.max(0, ...campaigns.map(({ body }) => body.no)) + 1
  return (
    <div className="editor__part">
      <h3>{t('campaigns')}</h3>
      {campaigns.map(({ entryId, body }) => (
        <div className="editor__node" key={entryId}>
          <LiveField
            label={`${t('campaignName')} ${body.no}${body.annex === null ? '' : ` · ${t('annexNo')} ${body.annex}`}`}
            value={body.name}
            revision={state.rows.get(entryId)?.revision ?? 0}
            onCommit={(name, base) =>
              actions.edit(
                entryId,
                (entry) => (entry.kind === 'campaign' ? { ...entry, body: { ...entry.body, name } } : entry),
                base,
              )
            }
          />
          <Button
            look="quiet"
            aria-label={`${t('remove')} ${body.name}`}
            onClick={() => void actions.edit(entryId, (entry) => ({ ...entry, removedAs: 'deleted' }))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button
        look="quiet"
        onClick={() =>
          void actions.add({ kind: 'campaign', body: { no: next, name: `${t('campaigns')} ${next}`, annex: null } })
        }
      >
        ＋ {t('addCampaign')}
      </Button>
    </div>
  )
}

function ThresholdFields() {
  const t = useText(planMessages)
  const { state, actions } = useReview()
  const row = state.rows.get('thresholds')
  if (row?.entry.kind !== 'thresholds') return null
  const { body } = row.entry
  return (
    <div className="editor__grid">
      <h3 className="editor__wide">{t('thresholds')}</h3>
      {(['lagShare', 'lagUnits', 'growthPoints'] as const).map((field) => (
        <LiveField
          key={field}
          figure
          label={t(field)}
          value={body[field]}
          revision={row.revision}
          onCommit={(text, base) =>
            actions.edit(
              'thresholds',
              (entry) =>
                entry.kind === 'thresholds' ? { ...entry, body: { ...entry.body, [field]: text.trim() } } : entry,
              base,
            )
          }
        />
      ))}
    </div>
  )
}
