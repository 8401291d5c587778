import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import { targetWords } from './target-words.ts'
import type { IndicatorItem, PlanContent, Target } from './types.ts'

/** One line of a plan's final account (决算): what was promised, what it was changed to and why, what came of it. Decimals as strings. */
export interface AccountLine {
  readonly itemId: string
  readonly campaignNo: number | null
  readonly title: string
  readonly unitName: string
  readonly kind: 'indicator' | 'task' | 'project' | 'policy'
  /** The target as first published, in words; empty for what has none. */
  readonly promised: string
  /** The target in force, where it is another. */
  readonly adjusted: string | null
  /** Why the version that changed it did. */
  readonly adjustedBecause: string
  readonly achieved: string | null
  readonly unit: string
  /** Null where it cannot be told. */
  readonly met: boolean | null
  readonly light: 'blue' | 'green' | 'yellow' | 'red' | 'grey'
  /** The period that the figure speaks of, and the seal that vouches for it. */
  readonly periodId: string | null
  readonly sealSeq: number | null
  /** Why it ended as it did; needed where it was missed. */
  readonly reason: string
}

/** A version of a plan with the words that explain it. */
export interface ExplainedVersion {
  readonly version: number
  readonly content: PlanContent
  readonly reason: string
}

/** What was promised first, and what it was changed to by which version. */
export interface PromiseMade {
  readonly promised: string
  readonly adjusted: string | null
  readonly adjustedBecause: string
}

const indicatorOf = (content: PlanContent, itemId: string): IndicatorItem | undefined =>
  content.items.find((item): item is IndicatorItem => item.kind === 'indicator' && item.itemId === itemId)

const words = (target: Target): string => targetWords(target).zh

/** The promise of an indicator over all versions of its plan, oldest first; empty words for what has no target. */
export function promiseOf(versions: readonly ExplainedVersion[], itemId: string): PromiseMade {
  const told = versions.flatMap(({ content, reason }) => {
    const item = indicatorOf(content, itemId)
    return item ? [{ words: words(item.target), reason }] : []
  })
  const [first, last] = [told[0], told.at(-1)]
  if (!first || !last) return { promised: '', adjusted: null, adjustedBecause: '' }
  const changed = told.filter((one, index) => index > 0 && one.words !== told[index - 1]?.words)
  const because = changed.map(({ reason }) => reason).filter((reason) => reason !== '')
  const isSame = last.words === first.words
  return { promised: first.words, adjusted: isSame ? null : last.words, adjustedBecause: because.join('；') }
}

/** Whether an account can be closed: every line that was missed, or changed without a word, says why. */
export function checkAccount(lines: readonly AccountLine[]): Result<null> {
  if (lines.length === 0) return refuse('finalAccount.empty')
  const bare = lines.find(
    ({ met, adjusted, adjustedBecause, reason }) =>
      reason.trim() === '' && (met === false || (adjusted !== null && adjustedBecause === '')),
  )
  return bare ? refuse('finalAccount.reasonMissing', { title: bare.title }, bare.itemId) : accept(null)
}
