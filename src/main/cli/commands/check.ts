import { parseArgs } from 'node:util'
import { checkPlan, findingsSarif, type PlanReading, readPlan } from '#core/reading'
import type { Words } from '#core/kit'
import { type Command, exitCode, type Terminal, UsageError } from '../command.ts'
import { type CheckedFile, commentedFile } from '../comment-file.ts'
import { findingRows, printFindings, summaryLine } from '../print-findings.ts'
import { readInputs } from '../read-inputs.ts'
import { warnOf } from '../stated-columns.ts'
import { formatOf, requireFiles } from '../usage.ts'
import { outputTo } from '../write-output.ts'
import { findingsSheet } from '../write-sheet.ts'
import { checkHelp } from './reading-help.data.ts'

const FORMATS = ['text', 'json', 'sarif', 'xlsx', 'docx'] as const
type Format = (typeof FORMATS)[number]

const ONE_DOCX = {
  zh: '--format docx 一次只用于一个文件',
  en: '--format docx takes one file at a time',
} as const satisfies Words

/** `guatu check`: plans examined like source code. */
export const command: Command = {
  help: checkHelp,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        format: { type: 'string', default: 'text' },
        output: { type: 'string', short: 'o' },
        against: { type: 'string', multiple: true },
      },
      allowPositionals: true,
    })
    const format = formatOf(FORMATS, values.format)
    requireFiles(positionals, 'check')
    if (format === 'docx' && positionals.length > 1) throw new UsageError(ONE_DOCX)
    return check(positionals, { format, output: values.output, against: values.against ?? [] }, terminal)
  },
}

interface Wanted {
  readonly format: Format
  readonly output: string | undefined
  /** Files of earlier versions and of other years' plans. */
  readonly against: readonly string[]
}

async function check(
  names: readonly string[],
  { format, output: file, against }: Wanted,
  terminal: Terminal,
): Promise<number> {
  const output = outputTo(file, terminal, format === 'xlsx' || format === 'docx')
  const earlier: PlanReading[] = []
  const before = await readInputs(against, terminal, ({ document }) => void earlier.push(readPlan(document)))
  // Held against less than was asked for, a plan would look sounder than it is.
  if (before.failed) return exitCode.failed
  const checked: CheckedFile[] = []
  const { failed } = await readInputs(names, terminal, ({ name, bytes, document }) => {
    const reading = readPlan(document)
    warnOf(name, document, reading.meta.year, terminal)
    const one = { name, bytes, document, findings: checkPlan(reading, earlier) }
    checked.push(one)
    if (format === 'text') output.write(printFindings(one, terminal, file === undefined))
  })
  // Nothing could be read: a count of no findings, or an empty list of them, would look like a sound plan.
  if (checked.length === 0) return exitCode.failed
  const whole =
    format === 'text' ? summaryLine(checked, terminal.language) : await wholeAnswer(checked, format, terminal)
  if (whole === null) return exitCode.failed
  output.write(whole)
  const written = await output.finish()
  if (failed || written !== exitCode.done) return exitCode.failed
  return checked.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))
    ? exitCode.negative
    : exitCode.done
}

/** All findings in a format for programs or for the drafters; null where that could not be made, which is said on the terminal. */
async function wholeAnswer(
  checked: readonly CheckedFile[],
  format: Exclude<Format, 'text'>,
  terminal: Terminal,
): Promise<string | Uint8Array | null> {
  const { language } = terminal
  switch (format) {
    case 'json':
      return `${JSON.stringify(findingRows(checked, language), null, 1)}\n`
    case 'sarif':
      return `${JSON.stringify(findingsSarif(checked, language), null, 1)}\n`
    case 'xlsx':
      return findingsSheet(checked, terminal)
    case 'docx':
      return commentedFile(checked[0], terminal)
  }
}
