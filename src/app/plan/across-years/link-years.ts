import { type Result, accept, refuse } from '#core/kit'
import { type PlanItem, suggestLinks, targetWords, type YearLink } from '#core/plan'
import { type Context, requireRight, type Stores } from '#app/kit'
import { changeDraft } from '../change-draft.ts'
import { carriedTasks, withBaseline } from './carry-over.ts'
import type { ItemLinkRow } from './years-store.ts'

/** An item as the pages about several years name it. */
export interface YearItem {
  readonly itemId: string
  readonly planId: string
  readonly planTitle: string
  readonly year: number
  readonly title: string
  readonly kind: PlanItem['kind']
  readonly unitName: string
  /** The target in words; empty for what has none. */
  readonly target: string
  /** From the closed account, else from the last seal; null where nothing is known. */
  readonly achieved: string | null
  readonly unit: string
  readonly met: boolean | null
  readonly closed: boolean
}

/** Two items that are, or may be, the same matter. */
export interface LinkView {
  readonly earlier: YearItem
  readonly later: Pick<YearItem, 'itemId' | 'title' | 'unitName' | 'target'>
  readonly likeness: number | null
  readonly state: 'suggested' | ItemLinkRow['state']
}

/** The same matter over the plans of several years, earliest first, and what may be the same but is not confirmed. */
export interface YearsPage {
  readonly years: readonly number[]
  readonly rows: readonly (readonly YearItem[])[]
  readonly suggested: readonly LinkView[]
}

interface PlanOfYear {
  readonly planId: string
  readonly title: string
  readonly year: number
  readonly items: readonly YearItem[]
  readonly plain: readonly PlanItem[]
}

/** The same indicator across campaigns and years: promised and achieved side by side, and links that wait for a person. */
export async function compareYears(context: Context): Promise<Result<YearsPage>> {
  const right = requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const plans = await plansByYear(stores)
    const links = await stores.years.links()
    const all = new Map(plans.flatMap(({ items }) => items.map((item) => [item.itemId, item] as const)))
    return accept({
      years: [...new Set(plans.map(({ year }) => year))].toSorted((a, b) => a - b),
      rows: chainsOf(links, all),
      suggested: plans.flatMap((later, index) =>
        plans.slice(0, index).flatMap((earlier) => (earlier.year < later.year ? viewsOf(earlier, later, links) : [])),
      ),
    })
  })
}

async function plansByYear(stores: Stores): Promise<readonly PlanOfYear[]> {
  const plans: PlanOfYear[] = []
  for (const { planId, title, year } of await stores.insight.plans()) {
    const closed = (await stores.years.closedAccounts(planId)).flatMap(({ lines }) => lines)
    const corrected = new Map(
      (await stores.years.accountCorrections(planId))
        .filter(({ approvedAt }) => approvedAt !== null)
        .map(({ itemId, newValue }) => [itemId, newValue]),
    )
    const rows = await stores.plans.items(planId, {})
    const items = rows.map(({ item, duties }): YearItem => {
      const line = closed.find((one) => one.itemId === item.itemId)
      return {
        ...{ itemId: item.itemId, planId, planTitle: title, year, title: item.title, kind: item.kind },
        unitName: duties.find(({ role }) => role === 'lead')?.unit ?? duties[0]?.unit ?? '',
        target: item.kind === 'indicator' ? targetWords(item.target).zh : '',
        achieved: corrected.get(item.itemId) ?? line?.achieved ?? null,
        unit: item.kind === 'indicator' ? item.target.unit : '',
        met: line?.met ?? null,
        closed: line !== undefined,
      }
    })
    plans.push({ planId, title, year, items, plain: rows.map(({ item }) => item) })
  }
  return plans.toSorted((a, b) => a.year - b.year)
}

/** Confirmed links joined to chains, each from its earliest item on. */
function chainsOf(
  links: readonly ItemLinkRow[],
  items: ReadonlyMap<string, YearItem>,
): readonly (readonly YearItem[])[] {
  const next = new Map(
    links
      .filter(({ state }) => state === 'confirmed')
      .map(({ earlierItemId, laterItemId }) => [earlierItemId, laterItemId]),
  )
  const follows = new Set(next.values())
  const heads = [...next.keys()].filter((itemId) => !follows.has(itemId))
  return heads
    .map((head) => {
      const chain: YearItem[] = []
      for (let at: string | undefined = head; at !== undefined; at = next.get(at)) {
        const item = items.get(at)
        if (item) chain.push(item)
      }
      return chain
    })
    .filter((chain) => chain.length > 1)
}

/** Links that nobody has decided, between items that do not go on from, or to, another one already. */
function openLinks(links: readonly ItemLinkRow[]): (link: YearLink) => boolean {
  const decided = new Set(links.map(({ earlierItemId, laterItemId }) => `${earlierItemId} ${laterItemId}`))
  const confirmed = links.filter(({ state }) => state === 'confirmed')
  const goesOn = new Set(confirmed.map(({ earlierItemId }) => earlierItemId))
  const comesFrom = new Set(confirmed.map(({ laterItemId }) => laterItemId))
  return ({ earlierItemId, laterItemId }) =>
    !decided.has(`${earlierItemId} ${laterItemId}`) && !goesOn.has(earlierItemId) && !comesFrom.has(laterItemId)
}

function viewsOf(earlier: PlanOfYear, later: PlanOfYear, links: readonly ItemLinkRow[]): readonly LinkView[] {
  const isOpen = openLinks(links)
  const [before, after] = [byId(earlier.items), byId(later.items)]
  return suggestLinks(earlier.plain, later.plain)
    .filter(isOpen)
    .flatMap(({ earlierItemId, laterItemId, likeness }) => {
      const [old, fresh] = [before.get(earlierItemId), after.get(laterItemId)]
      return old && fresh ? [{ earlier: old, later: fresh, likeness, state: 'suggested' as const }] : []
    })
}

const byId = (items: readonly YearItem[]) => new Map(items.map((item) => [item.itemId, item]))

/** Decides that two items of two years are the same matter, or are not. */
export async function decideLink(
  context: Context,
  input: { readonly earlierItemId: string; readonly laterItemId: string; readonly confirm: boolean },
): Promise<Result<true>> {
  const right = requireRight(context, 'plan.edit', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const { earlierItemId, laterItemId, confirm } = input
    const [earlier, later] = [await stores.plans.item(earlierItemId), await stores.plans.item(laterItemId)]
    if (!earlier || !later) return refuse('object.notFound')
    const years = new Map((await stores.insight.plans()).map(({ planId, year }) => [planId, year]))
    const [before = 0, after = 0] = [years.get(earlier.planId), years.get(later.planId)]
    if (before >= after) return refuse('yearLink.notLater')
    await keepLink(context, stores, { earlierItemId, laterItemId, state: confirm ? 'confirmed' : 'refused' })
    return accept(true)
  })
}

async function keepLink(context: Context, stores: Stores, link: ItemLinkRow): Promise<void> {
  await stores.years.saveLink({ ...link, at: context.now, by: context.actor.accountId })
  const { earlierItemId, ...body } = link
  await stores.audit.record({ action: 'yearLink.decide', objectKind: 'item', objectId: earlierItemId, body })
}

/** What last year's plan has for a draft: items that may go on in it, and open tasks that it does not have. */
export interface CarryOver {
  readonly earlierPlan: { readonly planId: string; readonly title: string; readonly year: number } | null
  readonly links: readonly LinkView[]
  readonly openTasks: readonly YearItem[]
}

async function carryOverOf(stores: Stores, draftId: string): Promise<CarryOver | null> {
  const draft = await stores.drafts.draft(draftId)
  if (!draft) return null
  const entries = (await stores.drafts.entries(draftId)).flatMap(({ entry }) =>
    entry.removedAs === null ? [entry] : [],
  )
  const year = entries.flatMap((entry) => (entry.kind === 'meta' ? [entry.body.year ?? 0] : []))[0] ?? 0
  const earlier = (await plansByYear(stores)).findLast((plan) => plan.year < year && plan.planId !== draft.planId)
  if (!earlier) return { earlierPlan: null, links: [], openTasks: [] }
  const items = entries.flatMap((entry) => (entry.kind === 'item' ? [entry.body] : []))
  const links = await stores.years.links()
  const later = { ...earlier, year, plain: items, items: items.map((item) => draftItem(item, year)) }
  const known = new Map(later.items.map((item) => [item.itemId, item]))
  const before = byId(earlier.items)
  const decided = links.flatMap(({ earlierItemId, laterItemId, state }): LinkView[] => {
    const [old, fresh] = [before.get(earlierItemId), known.get(laterItemId)]
    return old && fresh ? [{ earlier: old, later: fresh, likeness: null, state }] : []
  })
  const suggested = viewsOf(earlier, later, links)
  const matched = new Set(
    [...decided.filter(({ state }) => state === 'confirmed'), ...suggested].map((one) => one.earlier.itemId),
  )
  return {
    earlierPlan: { planId: earlier.planId, title: earlier.title, year: earlier.year },
    links: [...decided, ...suggested],
    openTasks: earlier.items.filter(
      ({ kind, met, itemId }) => kind !== 'indicator' && met === false && !matched.has(itemId),
    ),
  }
}

function draftItem(item: PlanItem, year: number): YearItem {
  const isIndicator = item.kind === 'indicator'
  return {
    ...{ itemId: item.itemId, planId: '', planTitle: '', year, title: item.title, kind: item.kind },
    unitName: item.duties.find(({ role }) => role === 'lead')?.unit ?? item.duties[0]?.unit ?? '',
    target: isIndicator ? targetWords(item.target).zh : '',
    ...{ achieved: null, unit: isIndicator ? item.target.unit : '', met: null, closed: false },
  }
}

/** Shows what last year's plan has for a draft. */
export async function readCarryOver(context: Context, input: { readonly draftId: string }): Promise<Result<CarryOver>> {
  const right = requireRight(context, 'plan.edit', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const found = await carryOverOf(stores, input.draftId)
    return found ? accept(found) : refuse('object.notFound')
  })
}

/** What a person takes over from last year into a draft. */
export interface CarryOverTaken {
  readonly draftId: string
  /** Items of the draft that go on from an earlier one: the link is confirmed, and the base value comes over. */
  readonly links: readonly { readonly earlierItemId: string; readonly laterItemId: string }[]
  /** Open tasks of last year that are added to the draft. */
  readonly taskIds: readonly string[]
}

/** Takes over base values and open tasks of last year: links are confirmed, entries change as by any other edit. */
export async function carryOver(context: Context, input: CarryOverTaken): Promise<Result<{ revision: number }>> {
  const { draftId } = input
  const seen = await readCarryOver(context, { draftId })
  if (!seen.ok) return seen
  const offered = new Map(seen.value.links.map((link) => [`${link.earlier.itemId} ${link.later.itemId}`, link]))
  const chosen = input.links.map(({ earlierItemId, laterItemId }) => offered.get(`${earlierItemId} ${laterItemId}`))
  const tasks = await context.read(async (stores) =>
    Promise.all(input.taskIds.map(async (itemId) => (await stores.plans.item(itemId))?.item)),
  )
  const openIds = new Set(seen.value.openTasks.map(({ itemId }) => itemId))
  const isOffered = chosen.every((link) => link !== undefined) && input.taskIds.every((itemId) => openIds.has(itemId))
  if (!isOffered) return refuse('yearLink.notOffered')
  const known = chosen.flatMap((link) => link ?? [])
  const plain = tasks.flatMap((task) => task ?? [])
  const fresh = carriedTasks(plain, () => context.newId())
  const changed = await changeDraft(context, { draftId, action: 'draft.carryOver' }, (rows) =>
    accept([...withBaseline(rows, known), ...fresh]),
  )
  if (!changed.ok) return changed
  return context.transact(async (stores) => {
    const pairs = [
      ...known.map(({ earlier, later }) => [earlier.itemId, later.itemId] as const),
      ...fresh.map((entry, index) => [plain[index]?.itemId ?? '', entry.entryId] as const),
    ]
    for (const [earlierItemId, laterItemId] of pairs)
      await keepLink(context, stores, { earlierItemId, laterItemId, state: 'confirmed' })
    return accept({ revision: changed.value.revision })
  })
}
