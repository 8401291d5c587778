import { lightsInOrder } from '#core/insight'
import type { WallView } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { Button, LightMark } from '#web/ui'
import { Choice } from './Choice.tsx'
import { insightMessages as messages } from './messages.ts'
import { isNarrowed, type WallSearch } from './wall-search.ts'

interface WallFiltersProps {
  readonly wall: WallView
  readonly search: WallSearch
  readonly onChange: (change: WallSearch) => void
}

const kinds = ['indicator', 'task', 'project', 'policy'] as const

/** What the wall is narrowed to. Every choice stands in the address. */
export function WallFilters({ wall, search, onChange }: WallFiltersProps) {
  const t = useText(messages)
  const campaigns = wall.campaigns.flatMap(({ no, name }) => (no === null ? [] : [{ value: String(no), label: name }]))
  const units = wall.units.map(({ unitId, name }) => ({ value: unitId, label: name }))
  const kindOptions = kinds.map((value) => ({ value, label: t(value) }))
  return (
    <div className="wall__filters no-print">
      <LightFilter {...{ wall, search, onChange }} />
      <Choice
        className="wall__choice"
        label={t('campaign')}
        value={search.campaign === undefined ? '' : String(search.campaign)}
        options={campaigns}
        onChoose={(value) => onChange({ campaign: value === '' ? undefined : Number(value) })}
      />
      <Choice
        className="wall__choice"
        label={t('unit')}
        value={search.unit ?? ''}
        options={units}
        onChoose={(value) => onChange({ unit: value === '' ? undefined : value })}
      />
      <Choice
        className="wall__choice"
        label={t('kind')}
        value={search.kind ?? ''}
        options={kindOptions}
        onChoose={(value) => onChange({ kind: kinds.find((kind) => kind === value) })}
      />
      <input
        type="search"
        className="input wall__search"
        aria-label={t('search')}
        placeholder={t('searchShort')}
        value={search.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value === '' ? undefined : event.target.value })}
      />
      {isNarrowed(search) && (
        <Button
          look="quiet"
          onClick={() =>
            onChange({ campaign: undefined, unit: undefined, light: undefined, kind: undefined, q: undefined })
          }
        >
          {t('clear')}
        </Button>
      )}
    </div>
  )
}

/** The lights with their counts over the whole plan: legend and filter in one. */
function LightFilter({ wall, search, onChange }: WallFiltersProps) {
  const t = useText(messages)
  return (
    <div className="wall__lights" role="group" aria-label={t('light')}>
      {lightsInOrder.map((light) => (
        <button
          key={light}
          type="button"
          className="wall__light"
          aria-pressed={search.light === light}
          onClick={() => onChange({ light: search.light === light ? undefined : light })}
        >
          <LightMark light={light} />
          <b>{wall.whole.lights[light]}</b>
        </button>
      ))}
    </div>
  )
}
