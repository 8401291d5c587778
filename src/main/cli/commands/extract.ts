import { parseArgs } from 'node:util'
import { explainPlan, explanationText, extractionText, readingsSarif, readPlan, toExtraction } from '#core/reading'
import type { ReadText, StatedColumns } from '#core/reading'
import type { Words } from '#core/kit'
import { type Command, exitCode, type Terminal, UsageError } from '../command.ts'
import { readInputs } from '../read-inputs.ts'
import { statedColumns, warnOf, withColumns } from '../stated-columns.ts'
import { formatOf, requireFiles } from '../usage.ts'
import { outputTo } from '../write-output.ts'
import { extractHelp } from './reading-help.data.ts'
import { readingsSheet } from '../write-sheet.ts'

const FORMATS = ['text', 'json', 'sarif', 'xlsx'] as const
type Format = (typeof FORMATS)[number]

const NOT_EXPLAINED = {
  zh: '--explain 只用于 text 和 json 格式',
  en: '--explain goes with the formats text and json',
} as const satisfies Words

/** `guatu extract`: what issued plans say. */
export const command: Command = {
  help: extractHelp,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        format: { type: 'string', default: 'text' },
        output: { type: 'string', short: 'o' },
        explain: { type: 'boolean', default: false },
        map: { type: 'string' },
      },
      allowPositionals: true,
    })
    const format = formatOf(FORMATS, values.format)
    requireFiles(positionals, 'extract')
    if (values.explain && format !== 'text' && format !== 'json') throw new UsageError(NOT_EXPLAINED)
    const columns = statedColumns(values.map)
    return extract(positionals, { format, output: values.output, explain: values.explain, columns }, terminal)
  },
}

interface Wanted {
  readonly format: Format
  readonly output: string | undefined
  readonly explain: boolean
  readonly columns: readonly StatedColumns[]
}

/** One plan as it is printed: text at once, the other formats when all files were read. */
interface Read extends ReadText {
  readonly json: unknown
}

async function extract(names: readonly string[], wanted: Wanted, terminal: Terminal): Promise<number> {
  const { language } = terminal
  const output = outputTo(wanted.output, terminal, wanted.format === 'xlsx')
  const all: Read[] = []
  const { failed } = await readInputs(names, terminal, ({ name, document: file }) => {
    const document = withColumns(file, wanted.columns)
    const explained = wanted.explain ? explainPlan(document, language) : null
    const reading = explained?.reading ?? readPlan(document)
    warnOf(name, document, reading.meta.year, terminal)
    if (wanted.format === 'text') {
      if (names.length > 1) output.write(`== ${name}\n`)
      const text = explained
        ? explanationText(explained.sentences, document, language)
        : extractionText(reading, language)
      output.write(`${text}\n`)
    } else {
      const json = explained ? { ...toExtraction(reading), sentences: explained.sentences } : toExtraction(reading)
      all.push({ name, document, reading, json })
    }
  })
  if (wanted.format === 'json' && (names.length > 1 || all.length > 0)) {
    const whole = names.length === 1 ? all[0]?.json : all.map(({ json }) => json)
    output.write(`${JSON.stringify(whole, null, 1)}\n`)
  }
  if (wanted.format === 'sarif') output.write(`${JSON.stringify(readingsSarif(all, language), null, 1)}\n`)
  if (wanted.format === 'xlsx') {
    output.write(await readingsSheet(all, terminal))
  }
  const written = await output.finish()
  return failed ? exitCode.failed : written
}
