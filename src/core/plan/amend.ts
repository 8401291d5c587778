import type { DraftEntry, PlanDraft } from './draft-types.ts'
import { renameUnits } from './edit-units.ts'
import { matchItems } from './match-items.ts'
import { bodiesOf } from './plan-content.ts'
import type { IndicatorItem, PlanContent, PlanItem, PlanUnit } from './types.ts'
import { unitNames } from './unit-names.ts'

/**
 * Turns the draft of an amended text into an amendment of a plan in force: spellings that were merged stay merged, items that are the
 * same keep their ids, and what people had settled by hand (measure, baseline, origin, rhythm, persons in charge) is kept as long as the
 * promise is of the same kind. The text decides everything else.
 */
export function amendmentOf(draft: PlanDraft, inForce: PlanContent): PlanDraft {
  const united = withKnownUnits(draft.entries, inForce.units)
  const items = bodiesOf(united, 'item')
  const matched = matchItems(inForce.items, items)
  const before = new Map(inForce.items.map((item) => [item.itemId, item]))
  const newIds = new Map(items.map((item, index) => [item.itemId, matched.get(index) ?? item.itemId]))
  const entries = united.map((entry): DraftEntry => {
    if (entry.kind === 'thresholds') return { ...entry, body: inForce.thresholds }
    if (entry.kind !== 'item') return entry
    const body = renumbered(entry.body, newIds)
    const known = before.get(body.itemId)
    return { ...entry, entryId: body.itemId, body: known ? withSettled(body, known) : body }
  })
  return { ...draft, entries }
}

function withKnownUnits(entries: readonly DraftEntry[], known: readonly PlanUnit[]): DraftEntry[] {
  const names = unitNames(known)
  const byName = new Map(known.map((unit) => [unit.name, unit]))
  const seen = new Set<string>()
  const kept = entries.flatMap((entry): DraftEntry[] => {
    if (entry.kind !== 'unit') return [entry]
    const unit = byName.get(names.nameOf(entry.body.name))
    const body = unit ? { ...unit, ...(entry.body.members ? { members: entry.body.members } : {}) } : entry.body
    if (seen.has(body.name)) return []
    seen.add(body.name)
    return [{ ...entry, body }]
  })
  const spellings = new Map(known.flatMap((unit) => unit.aliases.map((alias) => [alias, unit.name] as const)))
  const renamed = new Map(renameUnits(kept, spellings).map((entry) => [entry.entryId, entry]))
  return kept.map((entry) => renamed.get(entry.entryId) ?? entry)
}

function renumbered(item: PlanItem, newIds: ReadonlyMap<string, string>): PlanItem {
  const itemId = newIds.get(item.itemId) ?? item.itemId
  if (item.kind !== 'indicator' || item.taskId === null) return { ...item, itemId }
  return { ...item, itemId, taskId: newIds.get(item.taskId) ?? item.taskId }
}

function withSettled(item: PlanItem, known: PlanItem): PlanItem {
  const persons = {
    leaderInCharge: item.leaderInCharge ?? known.leaderInCharge,
    responsiblePerson: item.responsiblePerson ?? known.responsiblePerson,
  }
  if (item.kind === 'indicator' && known.kind === 'indicator') return { ...withMeasure(item, known), ...persons }
  if (item.kind === 'project' && known.kind === 'project') return { ...item, ...persons, stage: known.stage }
  if (item.kind === 'policy' && known.kind === 'policy') {
    const { document, body, amount, beneficiaries, stage } = known
    return { ...item, ...persons, document, body, amount, beneficiaries, stage }
  }
  return { ...item, ...persons, frequency: known.frequency }
}

function withMeasure(item: IndicatorItem, known: IndicatorItem): IndicatorItem {
  const { origin, frequency, accumulation, measureConfirmed } = known
  const { measure, baseline, test } = known.target
  const target = { ...item.target, measure, baseline, ...(test === undefined ? {} : { test }) }
  return { ...item, origin, frequency, accumulation, measureConfirmed, target }
}
