import type { PlanReading } from './facts.ts'
import { finishReading } from './finish.ts'
import { emptyDraft } from './kernel.ts'
import type { Preset, Trace } from './kernel.ts'
import { sourceDocumentOfText } from './plain-text.ts'
import { planPreset } from './preset.ts'
import type { SourceDocument } from './source-document.ts'
import { buildTree, place } from './tree/tree.ts'
import type { PlanTree } from './tree/tree.ts'

/** What a caller may choose: another grammar, and somebody who listens to why things were found or left. */
export interface ReadOptions {
  readonly preset?: Preset
  /** Called for everything found or left out, with offsets of `document.text`. Costs nothing when absent. */
  readonly trace?: Trace
}

/**
 * Reads an issued plan: outline, duties, targets, task forces, cadences, dates, each with its span in `document.text`, the rule
 * that found it and the parts it only implies. Pure; the same document gives the same reading.
 */
export function readPlan(document: SourceDocument, options: ReadOptions = {}): PlanReading {
  const preset = options.preset ?? planPreset
  const tree = buildTree(document)
  const context = { tree, draft: emptyDraft(), trace: options.trace && traceInSource(tree, options.trace) }
  for (const recogniser of preset.recognisers) recogniser.recognise(context)
  for (const refiner of preset.refiners) refiner.refine(context)
  return finishReading(tree, context.draft)
}

/** Recognisers speak in offsets of the view; whoever listens knows the source alone. */
function traceInSource(tree: PlanTree, trace: Trace): Trace {
  return ({ rule, at, end, detail }) => {
    const span = place(tree, at, end)
    trace({ rule, at: span.start, end: span.end, detail })
  }
}

/** Reads a plan from a plain string, one paragraph a line. */
export function readPlanText(text: string, options: ReadOptions = {}): PlanReading {
  return readPlan(sourceDocumentOfText(text), options)
}
