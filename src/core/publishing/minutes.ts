import { reasonRuns, dayName, figure, heading, paragraph, periodName, sourceWords, text } from './briefing-runs.ts'
import { followUpBlocks, gapBlocks, missBlocks, otherBlocks, short } from './minutes-tables.ts'
import type { AgendaFact, AgendaFacts, DecisionFact, MinutesFacts } from './minutes-facts.ts'
import type { DocumentBlock, OfficialDocumentView, TextRun } from './views.ts'

/**
 * The minutes of a meeting (纪要): what became of the last one, each line that was talked about with its figures, what was said and what
 * was decided, claims that do not fit, projected misses. Figures that a seal vouches for are fields with their source.
 */
export function minutesBlocks(facts: MinutesFacts): readonly DocumentBlock[] {
  const { agenda, followUps, corrections } = facts
  const talked = talkedAbout(facts)
  return [
    paragraph(opening(facts)),
    standingSentence(agenda),
    ...(followUps.length === 0 ? [] : [heading('上次会议议定事项落实情况'), ...followUpBlocks(followUps)]),
    ...(corrections.length === 0 ? [] : [heading('对上次纪要的更正'), ...corrections.map(correction)]),
    heading('会议研究和议定事项'),
    ...(talked.length === 0
      ? [paragraph('本次会议未形成议定事项。')]
      : talked.flatMap((line) => lineBlocks(line, facts))),
    ...gapBlocks(agenda),
    ...missBlocks(agenda),
    ...otherBlocks(agenda, new Set(talked.map(({ lineId }) => lineId))),
    heading('参会情况'),
    ...attendance(facts),
  ]
}

interface TalkedLine {
  readonly lineId: string
  readonly title: string
  readonly fact: AgendaFact | null
}

/** Lines with a note or a decision, exceptions first. */
function talkedAbout({ agenda, ownLines, notes, decisions }: MinutesFacts): readonly TalkedLine[] {
  const said = new Set([
    ...notes.flatMap(({ lineId, words }) => (words.trim() === '' ? [] : [lineId])),
    ...decisions.map(({ lineId }) => lineId),
  ])
  const all: readonly TalkedLine[] = [
    ...agenda.lines.map((fact) => ({ lineId: fact.itemId, title: fact.title, fact })),
    ...ownLines.map(({ lineId, title }) => ({ lineId, title, fact: null })),
  ]
  return all.filter(({ lineId }) => said.has(lineId))
}

function opening({ heldOn, place, chair, number, agenda }: MinutesFacts): string {
  const where = place === '' ? '' : `在${place}`
  const who = chair === '' ? '召开' : `${chair}主持召开`
  const basis =
    agenda.basis === 'sealed' && agenda.seal
      ? `会议以第${agenda.seal.seq}号封存（${periodName(agenda.seal.periodId)}）为准`
      : `会议以${dayName(agenda.takenOn)}实时数据为准，未封存的数据已注明`
  return `${dayName(heldOn)}，${who}第${number}次调度会商会${where === '' ? '' : `（${where.slice(1)}）`}。${basis}。纪要如下：`
}

function standingSentence({ seal, whole, basis, silentUnits }: AgendaFacts): DocumentBlock {
  const count = (name: string, value: number, unit = '项'): TextRun =>
    seal && basis === 'sealed' ? figure(seal, `whole/${name}`, value, unit) : text(`${value}${unit}`)
  const silent = silentUnits.map(({ unitName, items }) => `${unitName}${items}项`)
  return paragraph(
    ...['会议前共有事项', count('count', whole.count), '，其中红灯', count('red', whole.lights.red)],
    ...['，黄灯', count('yellow', whole.lights.yellow)],
    silent.length === 0 ? '；应报单位均已报送。' : `；到期未报的有${silent.join('、')}。`,
  )
}

const claimWords = { onPace: '按序时', behind: '滞后', done: '完成', blocked: '受阻' } as const

function lineBlocks(line: TalkedLine, { agenda, notes, decisions }: MinutesFacts): readonly DocumentBlock[] {
  const said = notes.find(({ lineId }) => lineId === line.lineId)?.words ?? ''
  const words = said.split('\n').map((one) => one.trim())
  const unit = line.fact && line.fact.unitName !== '' ? `（${line.fact.unitName}）` : ''
  return [
    { kind: 'heading', level: 2, text: `${line.title}${unit}` },
    ...(line.fact ? [standing(line.fact, agenda)] : []),
    ...words.filter((one) => one !== '').map((one) => paragraph(one)),
    ...decisions.filter(({ lineId }) => lineId === line.lineId).map(decision),
  ]
}

function standing(fact: AgendaFact, { seal }: AgendaFacts): DocumentBlock {
  const { itemId, title, unitName, actual, unit, source, light, claim, projected } = fact
  const sealed = seal !== null && source !== null
  const lamp = light === 'red' ? '红灯' : '黄灯'
  const why = seal ? reasonRuns(seal, { ...fact, source: source ?? emptySource }, '') : []
  const value: readonly (TextRun | string)[] =
    actual === null
      ? []
      : sealed
        ? ['累计', figure(seal, `${itemId}/actual`, actual, unit, sourceWords(source, title, unitName)), '，']
        : [`累计${actual}${unit}（实时，未封存），`]
  return paragraph(
    ...value,
    `${lamp}`,
    ...(why.length === 0 ? [] : ['：', ...(sealed ? why : why.map(asWords))]),
    ...(claim === null ? [] : [`；单位自报“${claimWords[claim]}”`]),
    ...(projected === null ? [] : [`；按现有走势，年底预计${short(projected.end)}${unit}`]),
    '。',
  )
}

const emptySource = { kind: 'seal', sealSeq: null, periodId: '', reference: '' } as const

const asWords = (run: TextRun): TextRun => (run.kind === 'figure' ? text(`${run.value}${run.unit}`) : run)

function decision({ words, unitName, dueOn, orderNumber }: DecisionFact): DocumentBlock {
  const who = unitName === '' ? '' : `由${unitName}落实`
  const until = dueOn === null ? '' : `，${dayName(dueOn)}前回复`
  const order = orderNumber === null ? '' : `（督办单第${orderNumber}号）`
  const tail = who === '' && order === '' ? '' : `${who}${until}${order}。`
  const clean = words.trim().replace(/[。；，\s]+$/u, '')
  return paragraph({ kind: 'text', text: '议定：', bold: true }, `${clean}。${tail}`)
}

function correction({ oldWords, newWords, reason }: MinutesFacts['corrections'][number]): DocumentBlock {
  return paragraph(`原记“${oldWords}”，更正为“${newWords}”。原因：${reason.replace(/[。\s]+$/u, '')}。`)
}

function attendance({ attendees }: MinutesFacts): readonly DocumentBlock[] {
  const of = (presence: string) => attendees.filter((one) => one.presence === presence)
  const list = (words: string, entries: readonly string[]) =>
    entries.length === 0 ? [] : [paragraph(`${words}：${entries.join('、')}。`)]
  return [
    ...list(
      '出席',
      of('present').map(({ post }) => post),
    ),
    ...list(
      '委托出席',
      of('substitute').map(({ post, reason }) => `${post}（${reason}）`),
    ),
    ...list(
      '请假',
      of('absent').map(({ post, reason }) => `${post}（${reason}）`),
    ),
  ]
}

/** The minutes, ready for the writer, under the masthead of minutes with the head of the seal chain on the last page. */
export function composeMinutes(facts: MinutesFacts): OfficialDocumentView {
  const { title, number, heldOn, office, agenda } = facts
  const { seal } = agenda
  return {
    head: {
      kind: 'briefing',
      name: '会商纪要',
      issue: `第${number}次`,
      editor: office,
      date: heldOn,
      marking: '内部资料',
    },
    title,
    blocks: minutesBlocks(facts),
    endBlock: { printedBy: office, printedOn: heldOn },
    ...(seal === null
      ? {}
      : { sealHead: { hash: seal.hash, period: periodName(seal.periodId), sealedOn: seal.sealedOn } }),
    properties: { author: office, date: heldOn },
  }
}
