const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** The rows of COPY's text form, each as values by column; null stays null. */
export function* copyRows(text: string, columns: readonly string[]): Iterable<Readonly<Record<string, string | null>>> {
  for (const line of text.split('\n')) {
    if (line === '') continue
    const row: Record<string, string | null> = {}
    for (const [index, field] of line.split('\t').entries()) row[columns[index] ?? ''] = valueOf(field)
    yield row
  }
}

function valueOf(field: string): string | null {
  if (field === '\\N') return null
  return field.includes('\\') ? field.replace(/\\(.)/gsu, (_, letter: string) => ESCAPES[letter] ?? letter) : field
}
