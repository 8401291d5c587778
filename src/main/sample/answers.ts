import { dec, type LocalDate } from '#core/kit'
import type { PlanItem } from '#core/plan'
import type { SaidBody, SheetEntry } from '#app/reporting'
import { isRate, isRecognised } from '#core/reporting'
import { chance, figureOn } from './figure-path.ts'
import { partsOfRate } from './parts-of-rate.ts'
import type { Story, StoryPath } from './story.ts'

/** What a line asks, and what its unit said last. */
export interface AskedLine extends Pick<SheetEntry, 'itemId' | 'periodId' | 'unitName' | 'item'> {
  readonly last: Pick<NonNullable<SheetEntry['last']>, 'value' | 'parts'> | null
}

/** What a unit answers on one line, and whether it attaches a file. */
export interface Answer {
  readonly body: SaidBody
  readonly evidence: boolean
}

/** What the teller knows while the story runs: how each own indicator goes, and which nodes have been told. */
export interface Telling {
  readonly story: Story
  readonly paths: ReadonlyMap<string, StoryPath>
  readonly toldNodes: Set<string>
}

const silentBody: SaidBody = {
  figure: null,
  noChange: false,
  claim: 'onPace',
  paragraph: '',
  blockage: null,
  nodesDone: [],
}

/** What the unit says of a line on the last day of its period. */
export function answerTo(entry: AskedLine, day: LocalDate, telling: Telling): Answer {
  const said = entry.item.kind === 'indicator' ? figureAnswer(entry, day, telling) : taskAnswer(entry, day, telling)
  const blocked = telling.story.blockages.find(
    (one) => one.period === entry.periodId && speaksOf(one.subject, entry.item),
  )
  if (!blocked) return said
  const blockage = { what: blocked.text, needs: '请专班协调。', by: null }
  return { ...said, body: { ...said.body, claim: 'blocked', blockage } }
}

function speaksOf(subject: string, item: PlanItem): boolean {
  return item.title === subject || item.title.includes(subject)
}

function figureAnswer(entry: AskedLine, day: LocalDate, telling: Telling): Answer {
  const { item, last } = entry
  const { story, paths } = telling
  const path = paths.get(item.itemId)
  if (item.kind !== 'indicator' || !path) return { body: nothingNew(entry, day), evidence: false }
  const followsRows: boolean = isRecognised(item)
  if (followsRows) return { body: silentBody, evidence: false }
  const honest = figureOn(item, path, day, story) ?? last?.value ?? '0'
  const figure = neverFalling(overClaimed(honest, entry, story), entry, story)
  const done = item.target.value !== null && path.verifiedOn !== undefined && day >= path.verifiedOn
  const nodesDone = newNodes(item, day, telling)
  if (last?.value === figure && nodesDone.length === 0 && !done)
    return { body: { ...silentBody, noChange: true, claim: claimOf(path, day, story) }, evidence: false }
  const paragraph = remark(path, figure, last?.value ?? '0', entry, story)
  const parts = isRate(item) ? { parts: partsOfRate(item, figure, day, entry.unitName) } : {}
  return {
    body: { ...silentBody, figure, claim: done ? 'done' : claimOf(path, day, story), paragraph, nodesDone, ...parts },
    evidence: done,
  }
}

/** The unit that claims more than it shows. */
function overClaimed(figure: string, { periodId, item }: AskedLine, story: Story): string {
  const over = story.overClaims.find((one) => one.subject === item.title && periodId >= one.from && periodId <= one.to)
  const corrected = story.corrections.find((one) => one.subject === item.title && one.period === periodId)
  if (corrected) return corrected.from
  return over ? dec(figure).times(over.factor).floor().toFixed() : figure
}

/** A running total is never told lower than before, unless an over-claim was found out. */
function neverFalling(figure: string, { item, last, periodId }: AskedLine, story: Story): string {
  if (item.kind !== 'indicator' || item.target.measure !== 'flow' || !last?.value) return figure
  const foundOut = story.overClaims.some((one) => one.subject === item.title && periodId > one.to)
  return !foundOut && dec(figure).lt(last.value) ? last.value : figure
}

/** An item of which the story says nothing: zero first, and no change from then on. */
function nothingNew({ item, last, unitName }: AskedLine, day: LocalDate): SaidBody {
  if (last) return { ...silentBody, noChange: true }
  return { ...silentBody, figure: '0', ...(isRate(item) ? { parts: partsOfRate(item, '0', day, unitName) } : {}) }
}

function claimOf(path: StoryPath, day: LocalDate, story: Story): 'onPace' | 'behind' {
  const tempo = story.tempos[path.tempo ?? 'steady']?.[Number(day.slice(5, 7)) - 1] ?? '1'
  // Units see themselves kindly: only clear lags are owned up to.
  return dec(tempo).lt('0.8') ? 'behind' : 'onPace'
}

function remark(path: StoryPath, figure: string, before: string, entry: AskedLine, story: Story): string {
  const choices = story.remarks[path.tempo ?? 'steady'] ?? []
  const chosen = choices[Math.floor(chance(`${entry.itemId}/${entry.periodId}`) * choices.length)] ?? ''
  const unit = entry.item.kind === 'indicator' ? entry.item.target.unit : ''
  const step = dec(figure).minus(before).toFixed()
  return chosen.replace('{value}', figure).replace('{step}', step).replaceAll('{unit}', unit)
}

function taskAnswer({ item }: AskedLine, day: LocalDate, telling: Telling): Answer {
  const nodesDone = newNodes(item, day, telling)
  if (nodesDone.length === 0) return { body: { ...silentBody, noChange: true }, evidence: false }
  return { body: { ...silentBody, paragraph: `已完成：${nodesDone.join('；')}。`, nodesDone }, evidence: true }
}

function newNodes(item: PlanItem, day: LocalDate, { story, toldNodes }: Telling): readonly string[] {
  return dueNodes(item, day, story).filter((label) => !toldNodes.has(`${item.itemId}/${label}`))
}

/** Nodes that are done by this day: a few days before or after they are due, save those that the story says are overdue. */
function dueNodes(item: PlanItem, day: LocalDate, story: Story): readonly string[] {
  return item.timeNodes.flatMap((node) => {
    const overdue = story.tasks.overdue.find(
      (one) => one.path === item.path && (node.label.includes(one.quote) || one.quote.includes(node.label)),
    )
    if (overdue) return overdue.doneOn !== null && overdue.doneOn <= day ? [node.label] : []
    const { from, to } = story.tasks.doneAfterDue
    const shift = Math.round(from + chance(`${item.itemId}/${node.label}`) * (to - from))
    const doneOn = new Date(Date.parse(node.due) + shift * 86_400_000).toISOString().slice(0, 10)
    return doneOn <= day ? [node.label] : []
  })
}
