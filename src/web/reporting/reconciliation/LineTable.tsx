import { useState } from 'react'
import {
  reconciliationContract,
  type ReconciliationLine,
  type ReconciliationPage,
  type Side,
} from '#adapters/http/contract/reporting'
import { periodName, useAction, useLanguage, useText } from '#web/kit'
import { Button, type Column, DataTable, ErrorNote, groupDigits } from '#web/ui'
import { reconciliationMessages as messages } from './messages.ts'
import { ProposeDialog } from './ProposeDialog.tsx'

interface LineTableProps {
  readonly page: ReconciliationPage
  readonly lines: readonly ReconciliationLine[]
}

/** Both figures of each key side by side, their gap, and how the difference stands. */
export function LineTable({ page, lines }: LineTableProps) {
  const t = useText(messages)
  return <DataTable caption={t('differences')} columns={useColumns(page)} rows={lines} rowKey={({ key }) => key} />
}

function useColumns(page: ReconciliationPage): readonly Column<ReconciliationLine>[] {
  const t = useText(messages)
  const { language } = useLanguage()
  const { firstUnitName, secondUnitName } = page.round
  const figure = (value: string | null) => (value === null ? <em>{t('missing')}</em> : groupDigits(value))
  return [
    { id: 'key', title: t('key'), cell: ({ key }) => <span className="nowrap">{key.split('@')[0]}</span> },
    {
      id: 'label',
      title: t('label'),
      lead: true,
      cell: ({ label, carriedFrom }) => (
        <>
          {label}
          {carriedFrom !== null && (
            <span className="chip">{t('carried', { period: periodName(carriedFrom, language) })}</span>
          )}
        </>
      ),
    },
    { id: 'first', title: firstUnitName, figure: true, cell: ({ first }) => figure(first) },
    { id: 'second', title: secondUnitName, figure: true, cell: ({ second }) => figure(second) },
    { id: 'gap', title: t('gap'), figure: true, cell: ({ gap }) => (gap === null ? '—' : groupDigits(gap)) },
    { id: 'settling', title: t('settling'), cell: (line) => <Settling page={page} line={line} /> },
  ]
}

const holdsKey = { first: 'holdsFirst', second: 'holdsSecond', neither: 'holdsNeither' } as const

/** What is proposed for a difference, who has signed it, and what the reader can do. */
function Settling({ page, line }: { readonly page: ReconciliationPage; readonly line: ReconciliationLine }) {
  const t = useText(messages)
  const [proposing, setProposing] = useState(false)
  const { settlement, standing } = line
  const { round, may } = page
  const [side] = may.enter
  if (standing === 'agreed') return null
  const mark = (of: Side, name: string, signed: boolean) => {
    const unit = of === 'first' ? round.firstUnitName : round.secondUnitName
    return signed ? t('signedBy', { side: unit, name }) : t('unsigned', { side: unit })
  }
  return (
    <div className="reconciliation__settling">
      {settlement && (
        <>
          <span>
            {t('proposal', {
              holds: t(holdsKey[settlement.holds]),
              value: settlement.value,
              reason: settlement.reason,
            })}
          </span>
          <small>
            {mark('first', line.signedFirstName, settlement.signedFirst !== null)}
            {'　'}
            {mark('second', line.signedSecondName, settlement.signedSecond !== null)}
          </small>
        </>
      )}
      {standing === 'open' && (
        <span className="no-print">
          {side && <Button onClick={() => setProposing(true)}>{t('propose')}</Button>}
          <Signing page={page} line={line} />
        </span>
      )}
      {proposing && side && <ProposeDialog page={page} line={line} side={side} onClose={() => setProposing(false)} />}
    </div>
  )
}

function Signing({ page, line }: { readonly page: ReconciliationPage; readonly line: ReconciliationLine }) {
  const t = useText(messages)
  const sign = useAction(reconciliationContract.signSettlement)
  const { settlement } = line
  if (settlement === null) return null
  const { reconciliationId, firstUnitName, secondUnitName } = page.round
  const unsigned = page.may.sign.filter(
    (side) => (side === 'first' ? settlement.signedFirst : settlement.signedSecond) === null,
  )
  return (
    <>
      {unsigned.map((side) => (
        <Button
          key={side}
          look="primary"
          disabled={sign.isPending}
          onClick={() => sign.mutate({ params: { reconciliationId, side }, body: { key: line.key } })}
        >
          {t('sign', { side: side === 'first' ? firstUnitName : secondUnitName })}
        </Button>
      ))}
      <ErrorNote error={sign.error} />
    </>
  )
}
