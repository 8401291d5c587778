// Loaded before the product's own code: its clock goes wrong by as many milliseconds as the file says that GUATU_SHIFTED_CLOCK names, or
// stands still at the instant that is written there. The file is read at each look, so that the clock can jump while the product runs.
import { readFileSync } from 'node:fs'

const TrueDate = Date
const file = process.env.GUATU_SHIFTED_CLOCK
const now = () => {
  const said = readFileSync(file, 'utf8')
  return said.endsWith('Z') ? TrueDate.parse(said) : TrueDate.now() + Number(said)
}

globalThis.Date = class extends TrueDate {
  constructor(...parts) {
    if (parts.length === 0) super(now())
    else super(...parts)
  }
  static now() {
    return now()
  }
}
