import type { PlanTree } from '../tree/tree.ts'

/**
 * Visits the sentences in which a global pattern matches, in order. The text is gone through in one piece: most sentences hold
 * nothing of a kind, and asking each of them costs more than reading them.
 */
export function sentencesHolding({ text, sentences }: PlanTree, mayHold: RegExp, visit: (index: number) => void): void {
  let index = 0
  for (let sentence = sentences[0]; sentence; sentence = sentences[index]) {
    mayHold.lastIndex = sentence.start
    const match = mayHold.exec(text)
    if (!match) return
    while (match.index >= (sentences[index]?.end ?? Number.POSITIVE_INFINITY)) index++
    if (index >= sentences.length) return
    visit(index++)
  }
}
