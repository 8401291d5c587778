import { parseArgs } from 'node:util'
import { checkPlan, type Finding, findingText, findingWords, readPlan } from '#core/reading'
import type { Language } from '#adapters/http/contract/words'
import { type Command, exitCode, UsageError } from '../command.ts'
import { readInput } from '../read-inputs.ts'

/** `guatu check`: plans examined like source code. */
export const command: Command = {
  help: `Usage: guatu check [--format text|json] FILE…

Examines plans: contradictory figures, units named twice or in two spellings, clauses without a lead, duties outside the task force,
entries doubled or lost in a list. Each finding has its place, an excerpt and a remedy.

  --format text   for people (default)
  --format json   for programs: one array with file, rule, severity, message, remedy, places (start and end in the text, and the words there)

Exit codes: 0 no errors found, 1 at least one finding of severity error, 2 wrong use, 3 a file could not be read.
`,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { format: { type: 'string', default: 'text' } },
      allowPositionals: true,
    })
    if (values.format !== 'text' && values.format !== 'json') throw new UsageError('--format is text or json')
    if (positionals.length === 0) throw new UsageError('name a file, or - for standard input (guatu check --help)')
    const rows = []
    let failed = false
    let errors = 0
    for (const name of positionals) {
      const input = await readInput(name, terminal)
      if (!input) {
        failed = true
        continue
      }
      for (const finding of checkPlan(readPlan(input.document))) {
        if (finding.severity === 'error') errors += 1
        rows.push(rowOf(name, input.document.text, finding, terminal.language))
        if (values.format === 'text')
          terminal.out(`${name}: ${findingText(finding, input.document, terminal.language)}\n\n`)
      }
    }
    if (values.format === 'json') terminal.out(`${JSON.stringify(rows, null, 1)}\n`)
    else
      terminal.out(
        terminal.language === 'zh'
          ? `共 ${rows.length} 条，其中差错 ${errors} 条\n`
          : `${rows.length} findings, ${errors} errors\n`,
      )
    if (failed) return exitCode.failed
    return errors > 0 ? exitCode.negative : exitCode.done
  },
}

/** A finding for programs: the rule's id stays as it is, the words are the reader's. */
function rowOf(file: string, text: string, finding: Finding, language: Language) {
  const { ruleId: rule, severity, places } = finding
  const { message, remedy } = findingWords(finding)
  return {
    ...{ file, rule, severity, message: message[language], remedy: remedy[language] },
    places: places.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
  }
}
