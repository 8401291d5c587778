import { parseArgs } from 'node:util'
import { checkPlan, findingsSarif, readPlan } from '#core/reading'
import type { CheckedText } from '#core/reading'
import type { Words } from '#core/kit'
import { type Command, exitCode, type Terminal, UsageError } from '../command.ts'
import { findingRows, printFindings, summaryLine } from '../print-findings.ts'
import { readInputs } from '../read-inputs.ts'
import { outputTo } from '../write-output.ts'
import { findingsSheet } from '../write-sheet.ts'
import { checkHelp } from './reading-help.data.ts'

const FORMATS = ['text', 'json', 'sarif', 'xlsx'] as const
type Format = (typeof FORMATS)[number]

const WORDS = {
  format: { zh: '--format 可以是 text、json、sarif、xlsx', en: '--format is text, json, sarif or xlsx' },
  noFile: {
    zh: '请写出文件，标准输入写 -（guatu check --help）',
    en: 'name a file, or - for standard input (guatu check --help)',
  },
} as const satisfies Record<string, Words>

/** `guatu check`: plans examined like source code. */
export const command: Command = {
  help: checkHelp,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { format: { type: 'string', default: 'text' }, output: { type: 'string', short: 'o' } },
      allowPositionals: true,
    })
    const format = FORMATS.find((one) => one === values.format)
    if (!format) throw new UsageError(WORDS.format)
    if (positionals.length === 0) throw new UsageError(WORDS.noFile)
    return check(positionals, { format, output: values.output }, terminal)
  },
}

async function check(
  names: readonly string[],
  { format, output: file }: { readonly format: Format; readonly output: string | undefined },
  terminal: Terminal,
): Promise<number> {
  const output = outputTo(file, terminal, format === 'xlsx')
  const checked: CheckedText[] = []
  const { failed } = await readInputs(names, terminal, ({ name, document }) => {
    const one = { name, document, findings: checkPlan(readPlan(document)) }
    checked.push(one)
    if (format === 'text') output.write(printFindings(one, terminal, file === undefined))
  })
  if (format === 'text') output.write(summaryLine(checked, terminal.language))
  else output.write(await wholeDocument(checked, format, terminal))
  const written = await output.finish()
  if (failed || written !== exitCode.done) return exitCode.failed
  return checked.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))
    ? exitCode.negative
    : exitCode.done
}

/** All findings as one document of a format for programs or for the drafters. */
async function wholeDocument(
  checked: readonly CheckedText[],
  format: Exclude<Format, 'text'>,
  terminal: Terminal,
): Promise<string | Uint8Array> {
  const { language } = terminal
  switch (format) {
    case 'json':
      return `${JSON.stringify(findingRows(checked, language), null, 1)}\n`
    case 'sarif':
      return `${JSON.stringify(findingsSarif(checked, language), null, 1)}\n`
    case 'xlsx':
      return findingsSheet(checked, terminal)
  }
}
