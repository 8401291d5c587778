interface Edit {
  readonly start: number
  readonly end: number
  readonly words: string
}

/** The one stretch of `base` that `now` replaces. */
function editOf(base: string, now: string): Edit {
  const most = Math.min(base.length, now.length)
  let start = 0
  while (start < most && base[start] === now[start]) start += 1
  let tail = 0
  while (tail < most - start && base[base.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  return { start, end: base.length - tail, words: now.slice(start, now.length - tail) }
}

/**
 * Words that two people wrote upon the same base, in one: what each added is in it. Where both wrote in the same place, the other's
 * words come first and one's own follow on a line of their own. Used by server and page alike for notes that several type at once.
 */
export function mergeWords(base: string, mine: string, theirs: string): string {
  if (mine === base || mine === theirs) return theirs
  if (theirs === base) return mine
  const [own, other] = [editOf(base, mine), editOf(base, theirs)]
  const apart = own.end < other.start || other.end < own.start
  if (apart) {
    const [first, second] = own.start < other.start ? [own, other] : [other, own]
    return (
      base.slice(0, first.start) +
      first.words +
      base.slice(first.end, second.start) +
      second.words +
      base.slice(second.end)
    )
  }
  const [start, end] = [Math.min(own.start, other.start), Math.max(own.end, other.end)]
  const within = (edit: Edit): string => base.slice(start, edit.start) + edit.words + base.slice(edit.end, end)
  const [first, second] = [within(other), within(own)]
  const parts = first === '' || second === '' || first.endsWith('\n') || second.startsWith('\n') ? '' : '\n'
  return base.slice(0, start) + first + parts + second + base.slice(end)
}
