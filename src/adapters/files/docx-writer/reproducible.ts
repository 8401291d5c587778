import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import type { LocalDate } from '#core/kit'
import { ALTERNATIVE_NAMES } from './fonts.ts'

const CORE = 'docProps/core.xml'
const FONTS = 'word/fontTable.xml'

/**
 * Takes the clock out of a packed document (the library writes the moment of packing into properties and zip entries)
 * and adds the font table, which tells Word what to take where an official font is missing.
 */
export function reproducible(packed: Uint8Array, date: LocalDate): Uint8Array {
  const parts = unzipSync(packed)
  const instant = `${date}T00:00:00Z`
  const stamped: Zippable = {}
  for (const name of Object.keys(parts).sort()) {
    const content = parts[name]
    if (content) stamped[name] = name === CORE ? withDates(content, instant) : content
  }
  stamped[FONTS] = fontTable()
  // DOS time has no zone: the date's parts are given as local ones, as fflate reads them back.
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number)
  return zipSync(stamped, { level: 6, mtime: new Date(year, month - 1, day) })
}

function withDates(core: Uint8Array, instant: string): Uint8Array {
  return strToU8(strFromU8(core).replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${instant}`))
}

function fontTable(): Uint8Array {
  const fonts = Object.entries(ALTERNATIVE_NAMES).map(
    ([name, alternative]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="86"/></w:font>`,
  )
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`,
  )
}
