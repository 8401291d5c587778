import { useState } from 'react'
import type { ReviewLine } from '#adapters/http/contract/publishing'
import { useLanguage, useText } from '#web/kit'
import { Button, SideScroll } from '#web/ui'
import { fieldLabels, fieldWords } from './field-words.ts'
import { publishingMessages as messages } from './messages.ts'
import type { ShownLine } from './review-search.ts'

/** Lines shown at first, and with each further step. */
const STEP = 150

interface ReviewTableProps {
  readonly lines: readonly ShownLine[]
  /** Null once nothing can be decided any more. */
  readonly onDecide: ((decision: 'release' | 'withhold', lines: readonly ShownLine[]) => void) | null
}

/** Field by field: content, class, decision. An item's title stands once, over its fields. */
export function ReviewTable({ lines, onDecide }: ReviewTableProps) {
  const t = useText(messages)
  const [limit, setLimit] = useState(STEP)
  const shown = lines.slice(0, limit)
  return (
    <>
      <SideScroll label={t('field')}>
        <table className="table review">
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('value')}</th>
              <th scope="col">{t('class')}</th>
              <th scope="col">{t('decision')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.flatMap((one, index) => {
              const first = shown[index - 1]?.item.itemId !== one.item.itemId
              return [
                first && (
                  <tr key={one.item.itemId} className="review__item">
                    <th colSpan={4} scope="rowgroup">
                      {one.item.fields.title}
                    </th>
                  </tr>
                ),
                <FieldRow key={one.line.key} shown={one} onDecide={onDecide} />,
              ]
            })}
          </tbody>
        </table>
      </SideScroll>
      {lines.length > limit && (
        <p>
          <Button look="quiet" onClick={() => setLimit(limit + STEP)}>
            {t('moreLines', { count: Math.min(STEP, lines.length - limit) })}
          </Button>
        </p>
      )}
    </>
  )
}

interface FieldRowProps {
  readonly shown: ShownLine
  readonly onDecide: ReviewTableProps['onDecide']
}

function FieldRow({ shown, onDecide }: FieldRowProps) {
  const t = useText(messages)
  const { language } = useLanguage()
  const { line, item } = shown
  return (
    <tr className={`review__field is-${line.decision?.decision ?? 'open'}`}>
      <td className="review__name">{t(fieldLabels[line.field])}</td>
      <td>{fieldWords(item, line.field, language)}</td>
      <td>
        <ClassChip line={line} />
      </td>
      <td className="review__decision">
        {onDecide === null ? (
          t(line.decision?.decision ?? 'undecided')
        ) : (
          <span role="group" aria-label={t('decision')}>
            {(['release', 'withhold'] as const).map((decision) => (
              <button
                key={decision}
                type="button"
                className="review__choice"
                aria-pressed={line.decision?.decision === decision}
                onClick={() => onDecide(decision, [shown])}
              >
                {t(decision)}
              </button>
            ))}
          </span>
        )}
        {line.decision && line.decision.reason !== '' && <small>{line.decision.reason}</small>}
      </td>
    </tr>
  )
}

function ClassChip({ line }: { readonly line: ReviewLine }) {
  const t = useText(messages)
  return (
    <span className={`chip review__class is-${line.class}`}>
      {t(line.class)}
      {line.ground && ` · ${t(line.ground)}`}
    </span>
  )
}
