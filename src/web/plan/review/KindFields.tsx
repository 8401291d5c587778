import type { WireItem } from '#adapters/http/contract/plan'
import { useText } from '#web/kit'
import { choices, fieldWords } from '../field-words.ts'
import { planMessages } from '../messages.ts'
import type { ItemFieldsProps } from './ItemEditor.tsx'
import { LiveField, LiveSelect } from './LiveField.tsx'

type Project = Extract<WireItem, { kind: 'project' }>
type Policy = Extract<WireItem, { kind: 'policy' }>

/** The fields that only projects or only policies have. */
export function KindFields({ item, ...rest }: ItemFieldsProps<Project | Policy>) {
  return item.kind === 'project' ? <ProjectFields item={item} {...rest} /> : <PolicyFields item={item} {...rest} />
}

function ProjectFields({ item, revision, change }: ItemFieldsProps<Project>) {
  const t = useText(planMessages)
  const words = useText(fieldWords)
  const set = (next: Partial<Project>, base: number) =>
    change((now) => (now.kind === 'project' ? { ...now, ...next } : now), base)
  return (
    <div className="editor__grid">
      <LiveField
        figure
        label={t('investment')}
        value={item.investment ?? ''}
        revision={revision}
        onCommit={(text, base) => set({ investment: text.trim() || null }, base)}
      />
      <LiveSelect
        label={t('stage')}
        value={item.stage}
        options={choices.projectStage.map((value) => ({ value, label: words(value) }))}
        revision={revision}
        onCommit={(stage, base) => set({ stage }, base)}
      />
    </div>
  )
}

const policyFields = [
  ['document', 'policyDocument'],
  ['body', 'policyBody'],
  ['amount', 'policyAmount'],
  ['beneficiaries', 'beneficiaries'],
] as const

function PolicyFields({ item, revision, change }: ItemFieldsProps<Policy>) {
  const t = useText(planMessages)
  const words = useText(fieldWords)
  const set = (next: Partial<Policy>, base: number) =>
    change((now) => (now.kind === 'policy' ? { ...now, ...next } : now), base)
  return (
    <div className="editor__grid">
      <LiveSelect
        label={t('policyAction')}
        value={item.action}
        options={choices.policyAction.map((value) => ({ value, label: words(value) }))}
        revision={revision}
        onCommit={(action, base) => set({ action }, base)}
      />
      {policyFields.map(([field, label]) => (
        <LiveField
          key={field}
          label={t(label)}
          value={item[field] ?? ''}
          revision={revision}
          onCommit={(text, base) => set({ [field]: text.trim() || null }, base)}
        />
      ))}
      <LiveField
        label={t('stage')}
        value={item.stage}
        revision={revision}
        onCommit={(stage, base) => set({ stage }, base)}
      />
    </div>
  )
}
