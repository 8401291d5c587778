/**
 * Reads the plan's source text (samples/<name>/plan.md) into sections of blocks.
 *
 * A section opens with `::: kind [n] [auto=levels]`; inside it `# ` is a title, `## ` and `### ` are headings, a line that
 * begins with `1.` is a numbered item, `| … |` rows make a table and `@word` lines are parts of an official document
 * (red head, document number, signature …). Numbers are always written in the source, so that it can be read and cited;
 * `auto=n` says that the first n levels get automatic numbers in Word instead of typed ones.
 */

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

const patterns = [
  { level: 1, written: /^## ([一二三四五六七八九十]+)、(.*)$/, expected: (n) => digits[n] },
  { level: 2, written: /^### （([一二三四五六七八九十]+)）(.*)$/, expected: (n) => digits[n] },
  { level: 3, written: /^(\d+)\.(.*)$/, expected: (n) => String(n) },
]

/** Applies a list of `{ find, replace }`, each of which must match exactly once. */
export function patchSource(source, patches) {
  return patches.reduce((text, { find, replace }) => {
    const hits = text.split(find).length - 1
    if (hits !== 1) throw new Error(`a patch must match once, but matches ${hits} times: ${find}`)
    return text.replace(find, () => replace)
  }, source)
}

/** The sections of a source text; throws where a written number is not the one that counting gives. */
export function parseSource(source, { renumber = false } = {}) {
  return source
    .split(/^::: /m)
    .slice(1)
    .map((part) => parseSection(part.split('\n'), renumber))
}

function parseSection([head, ...lines], renumber) {
  const [kind, ...words] = head.trim().split(/\s+/)
  const auto = Number(words.find((word) => word.startsWith('auto='))?.slice(5) ?? 0)
  const no = Number(words.find((word) => /^\d+$/.test(word)) ?? 0)
  const counters = [0, 0, 0, 0]
  const blocks = []
  let inAttachments = false
  for (const line of lines.map((text) => text.trim()).filter(Boolean)) {
    if (line.startsWith('|')) addRow(blocks, line)
    else if (line === '@attachments') inAttachments = true
    else if (inAttachments) blocks.push({ kind: 'attachment', text: line })
    else blocks.push(parseLine(line, counters, renumber && auto > 0))
  }
  return { kind, no, auto, blocks }
}

function parseLine(line, counters, renumber) {
  const command = /^@(\w+) (.*)$/.exec(line)
  if (command) return { kind: command[1], text: command[2] }
  if (line.startsWith('# ')) return { kind: 'title', text: line.slice(2) }
  for (const { level, written, expected } of patterns) {
    const match = written.exec(line)
    if (match) return numbered(level, match, expected, counters, renumber)
  }
  return { kind: 'paragraph', text: line }
}

function numbered(level, [line, written, text], expected, counters, renumber) {
  counters[level] += 1
  counters.fill(0, level + 1)
  const counted = expected(counters[level])
  if (written !== counted && !renumber) throw new Error(`numbered ${written}, counted ${counted}: ${line}`)
  const printed = { 1: `${counted}、`, 2: `（${counted}）`, 3: `${counted}.` }[level]
  return { kind: 'numbered', level, number: counted, printed, text }
}

function addRow(blocks, line) {
  const cells = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
  const last = blocks.at(-1)
  if (last?.kind === 'table') last.rows.push(cells)
  else blocks.push({ kind: 'table', rows: [cells] })
}

/** The text as a reader sees it, one line a paragraph, with the path of the heading that each line belongs to. */
export function plainLines(sections) {
  return sections.flatMap((section) => {
    const base = section.kind === 'annex' ? `附件${section.no}` : '正文'
    const numbers = []
    let bullets = 0
    return section.blocks.flatMap((block) => {
      if (block.kind === 'table')
        return block.rows.map((row) => ({ path: [base, ...numbers].join('/'), text: row.join('') }))
      if (block.kind === 'numbered') {
        numbers.length = block.level - 1
        numbers.push(block.level === 2 ? `（${block.number}）` : block.number)
        bullets = 0
      }
      const path = [base, ...numbers]
      if (block.text.startsWith('——')) path.push(String((bullets += 1)))
      return [{ path: path.join('/'), text: (block.printed ?? '') + block.text }]
    })
  })
}
