/** A month along a chart: its number, its first day, and its middle, where the number stands. */
interface MonthMark {
  readonly label: string
  readonly x: number
  readonly middle: number
}

/** Each month of a span or, where there are more than can be named, each quarter. */
export function monthMarks(
  span: { readonly from: string; readonly to: string },
  { width, padding, most }: { readonly width: number; readonly padding: number; readonly most: number },
): readonly MonthMark[] {
  const [first, last] = [Date.parse(span.from), Date.parse(span.to)]
  const [year, month] = [Number(span.from.slice(0, 4)), Number(span.from.slice(5, 7))]
  const months = Math.max(1, Math.round((last - first) / (30.4 * 86_400_000)))
  const step = months > most ? 3 : 1
  const at = (on: number) => padding + ((on - first) / Math.max(1, last - first)) * (width - 2 * padding)
  return Array.from({ length: Math.ceil(months / step) }, (_, index) => {
    const on = Date.UTC(year, month - 1 + index * step, 1)
    const x = at(on)
    const middle = step === 1 ? (x + at(Date.UTC(year, month + index, 1))) / 2 : x + 8
    return { label: String(new Date(on).getUTCMonth() + 1), x, middle }
  }).filter(({ x }) => x >= padding - 1 && x <= width - padding)
}
