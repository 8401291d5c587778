import { reasonWords, ruleWords } from '#core/insight'
import type { Reason } from '#core/insight'
import { dec, decimalText, parseDecimal, periodById, periodWords, spokenDate } from '#core/kit'
import type { BehindFact, SealFact, SourceFact } from './briefing-facts.ts'
import type { DocumentBlock, FigureRun, TextRun } from './views.ts'

/** Plain words of a document. */
export const text = (words: string): TextRun => ({ kind: 'text', text: words })

/** A paragraph out of runs and words. */
export function paragraph(...runs: readonly (TextRun | string)[]): DocumentBlock {
  return { kind: 'paragraph', runs: runs.map((run) => (typeof run === 'string' ? text(run) : run)) }
}

/** A first-level heading; the writer numbers it 一、二、三. */
export const heading = (words: string): DocumentBlock => ({ kind: 'heading', level: 1, text: words })

/** What a period is called in Chinese: 2026年7月中旬. */
export const periodName = (periodId: string): string => periodWords(periodById(periodId)).zh

/** A day as a document says it: 2026年7月31日; with a seal its year is left out: 7月31日. Any other text stays as it is. */
export const dayName = (day: string, seal: SealFact | null = null): string =>
  spokenDate(day, {
    ...{ language: 'zh', timeZone: 'UTC' },
    year: seal && periodById(seal.periodId).first.slice(0, 4),
  })

/** A figure under its name in the seal. Names are kept short: Word cuts them at 64 characters. */
export function figure(seal: SealFact, name: string, value: string | number, unit = '', footnote?: string): FigureRun {
  const key = `${seal.periodId}/${name}`
  return { kind: 'figure', key, value: String(value), unit, ...(footnote === undefined ? {} : { footnote }) }
}

/** 据第20号封存（2026年7月中旬）；公共停车位；区城管执法局；报告0198a1b2 */
export function sourceWords(
  { kind, sealSeq, periodId, reference }: SourceFact,
  title: string,
  unitName: string,
): string {
  const period = periodName(periodId)
  const named = unitName === '' ? title : `${title}；${unitName}`
  switch (kind) {
    case 'report':
      return `第${sealSeq}号封存；${period}；${named}；报告${reference}。`
    case 'correction':
      return `第${sealSeq}号封存，已更正；${period}；${named}；更正${reference}。`
    case 'release':
      return `发布数；${period}；${title}；${reference}。`
    case 'seal':
      return `第${sealSeq}号封存；${period}；${named}。`
  }
}

/** The source of a figure for a narrow cell beside its item: 18号 0198a1b2 */
export function shortSource({ kind, sealSeq, reference }: SourceFact): string {
  switch (kind) {
    case 'report':
      return `${sealSeq}号 ${reference}`
    case 'correction':
      return `${sealSeq}号更正 ${reference}`
    case 'release':
      return reference
    case 'seal':
      return `${sealSeq}号`
  }
}

/** Why a light: the words of its rules, each number in them a figure of the seal, named under `place`. */
export function reasonRuns(seal: SealFact, { itemId, reasons }: BehindFact, place = ''): readonly TextRun[] {
  return reasons.flatMap((reason, index) => {
    const runs = oneReason(seal, `${place}${itemId}`, reason)
    return index === 0 ? runs : [text('；'), ...runs]
  })
}

/** Computed figures are printed with at most this many places; what was reported stands as it was. */
const PRINTED_PLACES = 2

const printed = (value: string): string => decimalText(dec(value).toDecimalPlaces(PRINTED_PLACES))

/** Inputs of a reason that the plan states, not the seal. */
const statedByPlan: readonly string[] = ['target', 'limit', 'most']

function oneReason(seal: SealFact, itemId: string, reason: Reason): readonly TextRun[] {
  const { inputs } = reason
  if (inputs['missing'] !== undefined) return [text(reasonWords(reason).zh)]
  return ruleWords(reason)
    .zh.split(/(\{\w+\})/)
    .flatMap((part): readonly TextRun[] => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1]
      if (name === undefined) return part === '' ? [] : [text(part)]
      const value = inputs[name] ?? ''
      if (parseDecimal(value) === null) return [text(dayName(value, seal))]
      const shown = printed(value)
      return [statedByPlan.includes(name) ? text(shown) : figure(seal, `${itemId}/${name}`, shown)]
    })
}
