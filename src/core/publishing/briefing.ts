import { dec, periodById } from '#core/kit'
import type { LocalDate } from '#core/kit'
import type { BriefingFacts, BriefingTexts, IssueNumber } from './briefing-facts.ts'
import { aheadBlocks } from './briefing-ahead.ts'
import { annexBlocks } from './briefing-annex.ts'
import { absenceBlocks, behindBlocks, campaignTable, correctionBlocks } from './briefing-blocks.ts'
import { reconciliationBlocks } from './briefing-reconciliation.ts'
import { orderBlocks, problemBlocks } from './briefing-supervision.ts'
import { figure, heading, paragraph, periodName } from './briefing-runs.ts'
import type { BriefingView, DocumentBlock, TextRun } from './views.ts'

/** A stretch of a briefing: computed from the seal, or one of the texts that people write. */
export interface BriefingPart {
  readonly part: 'computed' | 'opening' | 'analysis' | 'nextSteps'
  readonly blocks: readonly DocumentBlock[]
}

/** Headings of the texts that people write; the opening has none. */
export const textHeadings = { analysis: '分析研判', nextSteps: '下步要求' } as const

/**
 * The parts of a ten-day briefing in their order: what a leader reads on four pages, then the annex with every line. A text that
 * nobody wrote takes no place.
 */
export function briefingParts(
  facts: BriefingFacts,
  texts: Pick<BriefingTexts, 'opening' | 'analysis' | 'nextSteps'>,
): readonly BriefingPart[] {
  return [
    { part: 'computed', blocks: [summary(facts)] },
    { part: 'opening', blocks: written(texts.opening) },
    {
      part: 'computed',
      blocks: [
        ...[heading('总体情况'), lightsSentence(facts), campaignTable(facts)],
        ...[heading('滞后事项'), ...behindBlocks(facts)],
        ...[heading('报送和更正'), ...absenceBlocks(facts), ...correctionBlocks(facts)],
        ...[heading('问题整改和督办'), ...problemBlocks(facts), ...orderBlocks(facts)],
        ...reconciliationBlocks(facts),
        ...aheadBlocks(facts),
      ],
    },
    { part: 'analysis', blocks: underHeading(textHeadings.analysis, texts.analysis) },
    { part: 'nextSteps', blocks: underHeading(textHeadings.nextSteps, texts.nextSteps) },
    { part: 'computed', blocks: annexBlocks(facts) },
  ]
}

/** Lines of a text, each a paragraph. */
function written(words: string): readonly DocumentBlock[] {
  const lines = words.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').map((line) => paragraph(line))
}

function underHeading(title: string, words: string): readonly DocumentBlock[] {
  const blocks = written(words)
  return blocks.length === 0 ? [] : [heading(title), ...blocks]
}

/** What was due, reported, late and silent. */
function summary({ seal, counts }: BriefingFacts): DocumentBlock {
  const footnote = `据第${seal.seq}号封存（${periodName(seal.periodId)}）计算，本期未注明来源的数据同此。`
  const count = (name: keyof typeof counts, unit: string, note?: string): TextRun =>
    figure(seal, `counts/${name}`, counts[name], unit, note)
  const runs: (TextRun | string)[] = [
    `${periodName(seal.periodId)}应报`,
    ...[count('due', '项', footnote), '，涉及', count('units', '个单位'), '；已认可'],
    ...[count('counted', '项'), '，其中逾期报送', count('late', '项'), '；待认可', count('pending', '项')],
    ...['；未报送', count('silent', '项'), '，涉及', count('silentUnits', '个单位'), '。'],
  ]
  return paragraph(...runs)
}

function lightsSentence({ seal, whole }: BriefingFacts): DocumentBlock {
  const light = (name: keyof typeof whole.lights, word: string): readonly (TextRun | string)[] => [
    `${word}`,
    figure(seal, `whole/${name}`, whole.lights[name], '项'),
  ]
  const share = whole.progress === null ? null : dec(whole.progress).times(100).toDecimalPlaces(1).toFixed()
  const progress = share === null ? [] : ['；可计量事项平均完成年度目标的', figure(seal, 'whole/progress', share, '%')]
  return paragraph(
    ...['全部', figure(seal, 'whole/count', whole.count, '项'), '中，', ...light('blue', '蓝灯（完成并核实）'), '，'],
    ...[...light('green', '绿灯'), '，', ...light('yellow', '黄灯'), '，', ...light('red', '红灯'), '，'],
    ...[...light('grey', '未到期'), ...progress, '。'],
  )
}

/** 第21期（总第57期）; a draft says so. */
export function issueWords(issue: IssueNumber | null): string {
  return issue === null ? '（送审稿）' : `第${issue.inYear}期（总第${issue.overall}期）`
}

/** 2026年7月中旬推进情况 under the plan's title. */
export function briefingTitle(planTitle: string, periodId: string): string {
  const plan = /[“《]([^”》]+)[”》]/.exec(planTitle)?.[1]
  return `${periodName(periodId)}${plan === undefined ? '方案' : `“${plan}”`}推进情况`
}

/** The whole document, ready for the writer. `date` is the day of issue, or today for a draft. */
export function composeBriefing(briefing: {
  readonly facts: BriefingFacts
  readonly texts: BriefingTexts
  readonly issue: IssueNumber | null
  readonly date: LocalDate
}): BriefingView {
  const { facts, texts, issue, date } = briefing
  const { name, editor, marking, report, send, issue: issuedTo, copies } = texts
  const { seal } = facts
  return {
    head: { kind: 'briefing', name, issue: issueWords(issue), editor, date, ...(marking === '' ? {} : { marking }) },
    title: briefingTitle(facts.planTitle, seal.periodId),
    blocks: briefingParts(facts, texts).flatMap(({ blocks }) => blocks),
    endBlock: {
      ...{ report, send, issue: issuedTo, printedBy: editor, printedOn: date },
      ...(copies === null ? {} : { copies }),
    },
    sealHead: { hash: seal.hash, period: periodName(periodById(seal.periodId).id), sealedOn: seal.sealedOn },
    properties: { author: editor, date },
  }
}
