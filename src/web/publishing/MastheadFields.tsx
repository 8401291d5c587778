import type { BriefingTexts } from '#adapters/http/contract/publishing'
import { useText } from '#web/kit'
import { Section, TextArea, TextField } from '#web/ui'
import { publishingMessages as messages } from './messages.ts'

interface MastheadFieldsProps {
  readonly texts: BriefingTexts
  readonly onChange: (part: Partial<BriefingTexts>) => void
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/** Name, editor and distribution of a briefing. */
export function MastheadFields({ texts, onChange }: MastheadFieldsProps) {
  const t = useText(messages)
  const list = (name: 'report' | 'send' | 'issue', label: string) => (
    <TextArea
      label={label}
      hint={t('listHint')}
      rows={4}
      defaultValue={texts[name].join('\n')}
      onChange={(event) => onChange({ [name]: linesOf(event.target.value) })}
    />
  )
  return (
    <div className="no-print">
      <Section title={t('masthead')}>
        <div className="masthead">
          <TextField
            label={t('name')}
            value={texts.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
          <TextField
            label={t('editor')}
            value={texts.editor}
            onChange={(event) => onChange({ editor: event.target.value })}
          />
          <TextField
            label={t('marking')}
            value={texts.marking}
            onChange={(event) => onChange({ marking: event.target.value })}
          />
          <TextField
            label={t('copies')}
            figure
            value={texts.copies === null ? '' : String(texts.copies)}
            onChange={(event) => onChange({ copies: Number(event.target.value.replace(/\D/g, '')) || null })}
          />
          {list('report', t('report'))}
          {list('send', t('send'))}
          {list('issue', t('issueTo'))}
        </div>
      </Section>
    </div>
  )
}
