/** Share of the longer name that the shorter one must keep. */
const LEAST_SHARE = 0.75

/** Whether all units of `short` stand in `long`, in order. */
function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (let index = 0; index < long.length && at < short.length; index++)
    if (long.charCodeAt(index) === short.charCodeAt(at)) at++
  return at === short.length
}

/**
 * Whether two names are probably one: the shorter is the longer with some units left out in the middle or at the end
 * (碳达峰评估报告 and 碳排放达峰评估报告). A longer front (上海市公共机构… and 公共机构…) does not count.
 */
export function isNearName(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short === long || short.length < long.length * LEAST_SHARE || short.charAt(0) !== long.charAt(0)) return false
  return !long.endsWith(short) && isSubsequence(short, long)
}
