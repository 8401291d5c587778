import { reportingContract as contract, type TargetView } from '#adapters/http/contract/reporting'
import { useEndpoint, useText } from '#web/kit'
import { Section } from '#web/ui'
import { ComparisonPart } from './ComparisonPart.tsx'
import { ConflictsPart, StockFlowPart } from './OtherPromises.tsx'
import { FactsPart } from './FactsPart.tsx'
import { PartsLine } from './MadeOf.tsx'
import { targetMessages as messages } from './messages.ts'
import { RecognitionTable } from './RecognitionTable.tsx'
import { RedLinePart } from './RedLinePart.tsx'
import { ReleasedPart } from './ReleasedPart.tsx'

interface ItemTargetsProps {
  readonly itemId: string
  /** The unit of the target; null = the item is no indicator and has nothing here. */
  readonly isIndicator: boolean
}

/** What stands behind and beside an indicator's target, each part only where there is something to say. */
export function ItemTargets({ itemId, isIndicator }: ItemTargetsProps) {
  const target = useEndpoint(contract.target, { params: { itemId } }, { enabled: isIndicator })
  return target.data ? <Parts view={target.data} /> : null
}

function Parts({ view }: { readonly view: TargetView }) {
  const t = useText(messages)
  return (
    <>
      {view.redLine && <RedLinePart view={view} events={view.redLine.events} />}
      {view.recognised && (
        <Section title={t('funnel')}>
          <RecognitionTable view={view} />
        </Section>
      )}
      {view.rate && (
        <Section title={t('rateParts')}>
          <PartsLine parts={view.rate.parts} />
        </Section>
      )}
      {view.comparison && <ComparisonPart view={view} comparison={view.comparison} />}
      {view.stockFlow && <StockFlowPart view={view} stockFlow={view.stockFlow} />}
      <ConflictsPart view={view} />
      {view.released && <ReleasedPart view={view} released={view.released} />}
      <FactsPart view={view} />
    </>
  )
}
