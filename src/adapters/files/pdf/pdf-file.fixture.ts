/** A line of text on a page of a test PDF, in points from the lower left corner. */
export interface PdfLine {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly text: string
  /** Extra space after each character, as justified setting gives it. */
  readonly spacing?: number
  readonly slanted?: boolean
}

const hex = (code: number): string => code.toString(16).padStart(4, '0')

/**
 * The least PDF that holds Chinese text: one composite font without outlines, whose Unicode table (ToUnicode) is the
 * identity. `unicode: false` leaves the table out, as some old distillers did.
 */
export function pdfFile(pages: readonly (readonly PdfLine[])[], unicode = true): Uint8Array {
  const kids = pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/Test/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/DW 1000/W[32[500] 48[${'500 '.repeat(10)}]]/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/Test/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>]${unicode ? '/ToUnicode 4 0 R' : ''}>>`,
    stream(
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange ${ranges()} endcmap end end`,
    ),
  ]
  for (const [at, lines] of pages.entries()) {
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${6 + 2 * at} 0 R>>`,
      stream(lines.map(draw).join('\n')),
    )
  }
  return assemble(objects)
}

function draw(line: PdfLine): string {
  const codes = [...line.text].map((character) => hex(character.codePointAt(0) ?? 0)).join('')
  const matrix = line.slanted ? `0.7 0.7 -0.7 0.7 ${line.x} ${line.y}` : `1 0 0 1 ${line.x} ${line.y}`
  return `BT /F1 ${line.size} Tf ${line.spacing ?? 0} Tc ${matrix} Tm <${codes}> Tj ET`
}

/** The identity, in ranges that share their high byte as the format demands. */
function ranges(): string {
  const all = Array.from(
    { length: 256 },
    (_, high) => `<${hex(high * 256)}> <${hex(high * 256 + 255)}> <${hex(high * 256)}>`,
  )
  const blocks: string[] = []
  for (let at = 0; at < all.length; at += 64)
    blocks.push(`64 beginbfrange ${all.slice(at, at + 64).join(' ')} endbfrange`)
  return blocks.join(' ')
}

function stream(content: string): string {
  return `<</Length ${content.length}>>\nstream\n${content}\nendstream`
}

function assemble(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`
  return Buffer.from(file, 'latin1')
}
