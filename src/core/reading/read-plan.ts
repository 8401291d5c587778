import type { PlanReading } from './facts.ts'
import { finishReading } from './finish.ts'
import { emptyDraft } from './kernel.ts'
import type { Preset, Trace } from './kernel.ts'
import { sourceDocumentOfText } from './plain-text.ts'
import { planPreset } from './preset.ts'
import type { SourceDocument } from './source-document.ts'
import { buildTree } from './tree/tree.ts'

/** What a caller may choose: another grammar, and somebody who listens to why things were found or left. */
export interface ReadOptions {
  readonly preset?: Preset
  /** Called for everything found or left out; offsets are of the folded view. Costs nothing when absent. */
  readonly trace?: Trace
}

/**
 * Reads an issued plan: outline, duties, targets, task forces, cadences, dates, each with its span in `document.text`, the rule
 * that found it and the parts it only implies. Pure; the same document gives the same reading.
 */
export function readPlan(document: SourceDocument, options: ReadOptions = {}): PlanReading {
  const preset = options.preset ?? planPreset
  const tree = buildTree(document)
  const context = { tree, draft: emptyDraft(), trace: options.trace }
  for (const recogniser of preset.recognisers) recogniser.recognise(context)
  for (const refiner of preset.refiners) refiner.refine(context)
  return finishReading(tree, context.draft)
}

/** Reads a plan from a plain string, one paragraph a line. */
export function readPlanText(text: string, options: ReadOptions = {}): PlanReading {
  return readPlan(sourceDocumentOfText(text), options)
}
