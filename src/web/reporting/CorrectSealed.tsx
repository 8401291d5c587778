import { useState } from 'react'
import { reportingContract, type SheetLine } from '#adapters/http/contract/reporting'
import { useEndpoint, useText } from '#web/kit'
import { Button, Dialog, Loaded, SelectField } from '#web/ui'
import { CorrectForm } from './CorrectDialog.tsx'
import { keyOf } from './drafts.ts'
import { figureMessages as messages } from './figure-messages.ts'
import { periodMessages } from './period-messages.ts'
import { countedFigure } from './SaidFigure.tsx'
import { shown, useWords } from './words.ts'

/** Corrects any sealed period of one item, a silent one too: that is how a figure that came too late still gets in. */
export function CorrectSealed({
  itemId,
  title,
  onClose,
}: {
  readonly itemId: string
  readonly title: string
  readonly onClose: () => void
}) {
  const t = useText(messages)
  const words = useText(periodMessages)
  const history = useEndpoint(reportingContract.history, { params: { itemId } })
  return (
    <Dialog title={words('correctTitle', { title })} onClose={onClose}>
      <Loaded query={history}>
        {({ lines }) => {
          const sealed = lines.filter((line) => line.periodState === 'sealed').reverse()
          if (sealed.length > 0) return <OneOf lines={sealed} onClose={onClose} />
          return (
            <>
              <p>{t('nothingSealed')}</p>
              <div className="dialog__actions">
                <Button onClick={onClose}>{t('close')}</Button>
              </div>
            </>
          )
        }}
      </Loaded>
    </Dialog>
  )
}

function OneOf({ lines, onClose }: { readonly lines: readonly SheetLine[]; readonly onClose: () => void }) {
  const t = useText(messages)
  const { period } = useWords()
  const [chosen, setChosen] = useState('')
  const line = lines.find((one) => keyOf(one) === chosen) ?? lines[0]
  if (!line) return null
  return (
    <>
      <SelectField
        label={t('sealedPeriod')}
        value={keyOf(line)}
        options={lines.map((one) => ({
          value: keyOf(one),
          label: t('sealedLine', { period: period(one.periodId), said: saidIn(one, t('silent')) }),
        }))}
        onChange={(event) => setChosen(event.target.value)}
      />
      <CorrectForm key={keyOf(line)} line={line} onClose={onClose} />
    </>
  )
}

function saidIn(line: SheetLine, silent: string): string {
  if (line.report?.state !== 'accepted') return silent
  const figure = countedFigure(line)
  return figure === null ? '' : `${shown(figure)}${line.item.target?.unit ?? ''}`
}
