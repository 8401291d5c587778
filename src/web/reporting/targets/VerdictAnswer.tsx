import { useText } from '#web/kit'
import { SelectField } from '#web/ui'
import type { AskProps } from '../AskRow.tsx'
import { targetMessages as messages } from './messages.ts'

/** The answer to a target in words: met or not met by its test, never a percentage. */
export function VerdictAnswer({ line, drafts }: Pick<AskProps, 'line' | 'drafts'>) {
  const t = useText(messages)
  const { figure } = drafts.said(line)
  const test = line.item.target?.verdict?.test ?? ''
  return (
    <SelectField
      label={test === '' ? t('noTest') : t('judgedBy', { test })}
      value={figure ?? ''}
      options={[
        { value: '', label: '' },
        { value: '1', label: t('verdictMet') },
        { value: '0', label: t('verdictNotMet') },
      ]}
      onChange={(event) => drafts.change(line, { figure: event.target.value === '' ? null : event.target.value })}
    />
  )
}
