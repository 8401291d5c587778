import { Link } from '@tanstack/react-router'
import { askContract, type SheetLine } from '#adapters/http/contract/reporting'
import { useEndpoint, useText } from '#web/kit'
import { askMessages as messages } from './messages.ts'

/** How long a sheet takes by the medians of its forms; nothing where they are not known yet. Leads to the account. */
export function AboutMinutes({ lines }: { readonly lines: readonly SheetLine[] }) {
  const t = useText(messages)
  const { data } = useEndpoint(askContract.formTimes)
  const medians = new Map(data?.forms.map(({ formId, medianSeconds }) => [formId, medianSeconds]))
  const known = lines.flatMap(({ cadenceId, item }) => medians.get(`${cadenceId}/${item.kind}`) ?? [])
  if (known.length === 0 || known.length < lines.length) return null
  const minutes = Math.max(1, Math.round(known.reduce((sum, seconds) => sum + seconds, 0) / 60))
  return <Link to="/burden">{t('aboutMinutes', { minutes })}</Link>
}
