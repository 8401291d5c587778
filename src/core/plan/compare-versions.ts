import { canonicalJson, type Json } from '#core/kit'
import type { PlanContent, PlanItem } from './types.ts'

/** One field that differs; values as canonical JSON text, null where the side has none. */
export interface FieldChange {
  readonly field: string
  readonly before: Json
  readonly after: Json
}

/** An item that is in both versions and not the same. */
export interface ItemChange {
  readonly itemId: string
  readonly kind: PlanItem['kind']
  readonly title: string
  readonly changes: readonly FieldChange[]
}

/** What differs from one version of a plan to the next. */
export interface PlanDifference {
  readonly meta: readonly FieldChange[]
  readonly added: readonly PlanItem[]
  readonly removed: readonly PlanItem[]
  readonly changed: readonly ItemChange[]
  /** Items that are the same in every field that the difference looks at. */
  readonly unchanged: number
  readonly units: { readonly added: readonly string[]; readonly removed: readonly string[] }
  readonly campaigns: readonly FieldChange[]
  readonly taskForces: readonly FieldChange[]
}

/** Where a sentence stands moves with every edit of the text: places are not a difference. */
const placeFields: ReadonlySet<string> = new Set(['itemId', 'kind', 'sentence', 'alsoAt', 'path', 'taskId'])

/** Compares two versions of a plan, item by item by id. */
export function compareVersions(before: PlanContent, after: PlanContent): PlanDifference {
  const old = new Map(before.items.map((item) => [item.itemId, item]))
  const fresh = new Set(after.items.map((item) => item.itemId))
  const pairs = after.items.flatMap((item) => {
    const known = old.get(item.itemId)
    return known ? [{ item, changes: fieldChanges(fieldsOf(known), fieldsOf(item)) }] : []
  })
  const changed = pairs.filter(({ changes }) => changes.length > 0)
  return {
    meta: fieldChanges({ ...before.meta }, { ...after.meta }),
    added: after.items.filter((item) => !old.has(item.itemId)),
    removed: before.items.filter((item) => !fresh.has(item.itemId)),
    changed: changed.map(({ item, changes }) => ({ itemId: item.itemId, kind: item.kind, title: item.title, changes })),
    unchanged: pairs.length - changed.length,
    units: namesDiffer(
      before.units.map((unit) => unit.name),
      after.units.map((unit) => unit.name),
    ),
    campaigns: fieldChanges(byKey(before.campaigns, 'no'), byKey(after.campaigns, 'no')),
    taskForces: fieldChanges(byKey(before.taskForces, 'campaignNo'), byKey(after.taskForces, 'campaignNo')),
  }
}

type Fields = Readonly<Record<string, Json | undefined>>

/** The fields of an item, those of its target one by one. */
function fieldsOf(item: PlanItem): Fields {
  const { target, ...rest } = plain({ ...item, quote: withoutNumber(item.quote) }) as { target?: Fields } & Fields
  const inner = Object.entries(target ?? {}).map(([name, value]) => [`target.${name}`, value] as const)
  return Object.fromEntries([...Object.entries(rest).filter(([name]) => !placeFields.has(name)), ...inner])
}

/** Numbers move up when an item before is taken out: 3.推进改造 and 2.推进改造 are the same words. */
function withoutNumber(quote: string): string {
  return quote.replace(/^(?:[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十\d]+[、.．])/, '')
}

function fieldChanges(before: Fields, after: Fields): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((field) => {
    const [was, is] = [before[field] ?? null, after[field] ?? null]
    return canonicalJson(was) === canonicalJson(is) ? [] : [{ field, before: was, after: is }]
  })
}

function byKey(list: readonly object[], key: string): Fields {
  return Object.fromEntries(list.map((one) => [String((one as Record<string, unknown>)[key]), plain(one)]))
}

function namesDiffer(before: readonly string[], after: readonly string[]) {
  return {
    added: after.filter((name) => !before.includes(name)),
    removed: before.filter((name) => !after.includes(name)),
  }
}

/** Plan content is JSON data by its type; this says so to the compiler. */
function plain(value: object): Json {
  return value as Json
}
