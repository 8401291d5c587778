import { useState } from 'react'
import { type Comparison, reportingContract as contract } from '#adapters/http/contract/reporting'
import { useAction, useEndpoint, useText } from '#web/kit'
import { Button, type Column, DataTable, Dialog, ErrorNote, Figure, Loaded, Section, TextField } from '#web/ui'
import { shown, useWords } from '../words.ts'
import { targetMessages as messages } from './messages.ts'

/** Figures of others with which relative targets are compared, each from its publication. */
export function ComparisonsSection({ mayChange }: { readonly mayChange: boolean }) {
  const t = useText(messages)
  const words = useWords()
  const list = useEndpoint(contract.comparisons)
  const [isAdding, setAdding] = useState(false)
  const [taking, setTaking] = useState<Comparison>()
  const columns = comparisonColumns(t, words.period, mayChange ? setTaking : null)
  return (
    <Section
      title={t('comparisons')}
      aside={mayChange && <Button onClick={() => setAdding(true)}>{t('addComparison')}</Button>}
    >
      <p className="field__hint">{t('comparisonsLead')}</p>
      <Loaded query={list}>
        {({ comparisons }) =>
          comparisons.length === 0 ? (
            <p>{t('noComparisons')}</p>
          ) : (
            <DataTable caption={t('comparisons')} columns={columns} rows={comparisons} rowKey={(one) => one.seriesId} />
          )
        }
      </Loaded>
      {isAdding && <AddDialog onClose={() => setAdding(false)} />}
      {taking && <TakeDialog series={taking} onClose={() => setTaking(undefined)} />}
    </Section>
  )
}

function comparisonColumns(
  t: ReturnType<typeof useText<typeof messages>>,
  periodName: (id: string) => string,
  onTake: ((series: Comparison) => void) | null,
): readonly Column<Comparison>[] {
  const columns: readonly Column<Comparison>[] = [
    { id: 'name', title: t('comparisonName'), cell: (one) => one.name },
    { id: 'body', title: t('publisher'), cell: (one) => one.body },
    { id: 'period', title: t('period'), cell: ({ figures }) => periodName(figures.at(-1)?.periodId ?? '') },
    {
      id: 'value',
      title: t('value'),
      figure: true,
      cell: ({ figures, unit }) => <Figure value={shownOrNull(figures.at(-1)?.value)} unit={unit} />,
    },
  ]
  if (onTake === null) return columns
  return [
    ...columns,
    {
      id: 'deeds',
      title: '',
      cell: (one) => (
        <Button look="quiet" className="lines__button" onClick={() => onTake(one)}>
          {t('importComparison')}
        </Button>
      ),
    },
  ]
}

const shownOrNull = (value: string | undefined): string | null => (value === undefined ? null : shown(value))

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(messages)
  const add = useAction(contract.addComparison)
  const [said, setSaid] = useState({ name: '', unit: '%', body: '' })
  const field = (name: keyof typeof said, label: string) => (
    <TextField
      label={label}
      value={said[name]}
      onChange={(event) => setSaid({ ...said, [name]: event.target.value })}
    />
  )
  return (
    <Dialog
      title={t('addComparison')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            disabled={said.name.trim() === '' || add.isPending}
            onClick={() => add.mutate({ body: said }, { onSuccess: onClose })}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      {field('name', t('comparisonName'))}
      {field('unit', t('unit'))}
      {field('body', t('publisher'))}
      <ErrorNote error={add.error} />
    </Dialog>
  )
}

function TakeDialog({ series, onClose }: { readonly series: Comparison; readonly onClose: () => void }) {
  const t = useText(messages)
  const { today } = useWords()
  const take = useAction(contract.importComparison)
  const [said, setSaid] = useState({ periodId: '', value: '', document: '', releasedOn: today })
  const { periodId, value, document, releasedOn } = said
  const field = (
    name: keyof typeof said,
    label: string,
    rest: { hint?: string; type?: string; figure?: boolean } = {},
  ) => (
    <TextField
      label={label}
      value={said[name]}
      onChange={(event) => setSaid({ ...said, [name]: event.target.value })}
      {...rest}
    />
  )
  const save = () =>
    take.mutate(
      { params: { seriesId: series.seriesId }, body: { document, releasedOn, figures: [{ periodId, value }] } },
      { onSuccess: onClose },
    )
  return (
    <Dialog
      title={series.name}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            disabled={periodId.length < 4 || value === '' || document === '' || take.isPending}
            onClick={save}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      {field('periodId', t('period'), { hint: t('periodHint') })}
      {field('value', t('value'), { figure: true })}
      {field('document', t('document'))}
      {field('releasedOn', t('releasedOn'), { type: 'date' })}
      <ErrorNote error={take.error} />
    </Dialog>
  )
}
