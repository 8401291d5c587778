import { parseArgs } from 'node:util'
import { extractionText, readPlan, toExtraction } from '#core/reading'
import { type Command, exitCode, type Terminal, UsageError } from '../command.ts'
import { readInput } from '../read-inputs.ts'

/** `guatu extract`: what issued plans say. */
export const command: Command = {
  help: `Usage: guatu extract [--format text|json] FILE…
       guatu extract [--format text|json] - < FILE

Reads issued plans (docx, pdf with a text layer, html, txt in UTF-8, GB18030 or UTF-16) and prints what they say: outline,
responsibilities, quantified targets, task forces, cadences, deadlines, red lines, projects and policies.

  --format text   for people (default)
  --format json   for programs: one object, or an array for several files

Exit codes: 0 all files were read, 2 wrong use, 3 a file could not be read (the others are printed all the same).

  guatu extract 总体方案.docx
  guatu extract --format json 总体方案.docx > plan.json
`,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { format: { type: 'string', default: 'text' } },
      allowPositionals: true,
    })
    if (values.format !== 'text' && values.format !== 'json') throw new UsageError('--format is text or json')
    if (positionals.length === 0) throw new UsageError('name a file, or - for standard input (guatu extract --help)')
    return values.format === 'json' ? printJson(positionals, terminal) : printText(positionals, terminal)
  },
}

async function printText(names: readonly string[], terminal: Terminal): Promise<number> {
  let failed = false
  for (const name of names) {
    const input = await readInput(name, terminal)
    if (!input) {
      failed = true
      continue
    }
    if (names.length > 1) terminal.out(`== ${name}\n`)
    terminal.out(`${extractionText(readPlan(input.document))}\n`)
  }
  return failed ? exitCode.failed : exitCode.done
}

async function printJson(names: readonly string[], terminal: Terminal): Promise<number> {
  const extractions = []
  let failed = false
  for (const name of names) {
    const input = await readInput(name, terminal)
    if (input) extractions.push(toExtraction(readPlan(input.document)))
    else failed = true
  }
  const whole = names.length === 1 ? extractions[0] : extractions
  if (whole !== undefined) terminal.out(`${JSON.stringify(whole, null, 1)}\n`)
  return failed ? exitCode.failed : exitCode.done
}
