/** A figure with its subdued unit, in tabular digits; an unknown figure is a dash. Figures arrive as decimal strings. */
export function Figure({ value, unit = '' }: { readonly value: string | null | undefined; readonly unit?: string }) {
  if (value === null || value === undefined || value === '') return <span className="figure">—</span>
  return (
    <span className="figure">
      {groupDigits(value)}
      {unit && <span className="figure__unit">{unit}</span>}
    </span>
  )
}

/** 12345.60 → 12,345.6: thousands apart, trailing zeros off, the digits themselves untouched. */
export function groupDigits(value: string): string {
  const [whole = '', part = ''] = value.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  const kept = part.replace(/0+$/, '')
  return kept ? `${grouped}.${kept}` : grouped
}
