import type { Language } from '#adapters/http/contract/words'
import type { Words } from '#core/kit'
import { type Command, exitCode, type Terminal, UsageError } from './command.ts'

/** Commands are loaded when called, so that `guatu extract` does not wait for a web server it never starts. */
const COMMANDS: Readonly<
  Record<string, { readonly summary: string; readonly load: () => Promise<{ command: Command }> }>
> = {
  serve: { summary: 'start the server 启动服务', load: () => import('./commands/serve.ts') },
  extract: {
    summary: 'read issued plans and print what they say 读取方案',
    load: () => import('./commands/extract.ts'),
  },
  check: { summary: 'examine plans for faults 方案体检', load: () => import('./commands/check.ts') },
  import: { summary: 'lay an issued plan as a draft 导入方案', load: () => import('./commands/import.ts') },
  sample: { summary: 'make the sample district 建样例区', load: () => import('./commands/sample.ts') },
  verify: {
    summary: 'prove that nothing sealed was changed 验证封存与日志',
    load: () => import('./commands/verify.ts'),
  },
  backup: { summary: 'write everything into one file 备份', load: () => import('./commands/backup.ts') },
  restore: { summary: 'bring a backup up in an empty place 恢复', load: () => import('./commands/restore.ts') },
  link: { summary: 'make a sign-in link on the server 在服务器上做登录链接', load: () => import('./commands/link.ts') },
  migrate: { summary: 'bring the database schema up to date 升级数据库', load: () => import('./commands/migrate.ts') },
}

const HELP = `guatu: an issued plan becomes the running system 挂图

Usage: guatu <command> [options]

Commands:
${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`)
  .join('\n')}

guatu <command> --help says more. Exit codes: 0 done, 1 the answer is no, 2 wrong use, 3 could not be done.
`

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(HELP)
    return name === undefined ? exitCode.usage : exitCode.done
  }
  const found = COMMANDS[name]
  if (!found) {
    terminal.err(`guatu: there is no command "${name}" 没有这个命令\n\n${HELP}`)
    return exitCode.usage
  }
  const { command } = await found.load()
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(typeof command.help === 'string' ? command.help : command.help[terminal.language])
    return exitCode.done
  }
  return command.run(rest, terminal).catch((problem: unknown) => {
    throw isParseError(problem) ? new UsageError(`${wrongOption(problem)} (guatu ${name} --help)`) : problem
  })
}

/** What Node's parser of options refuses. */
function isParseError(problem: unknown): problem is Error {
  return problem instanceof Error && 'code' in problem && String(problem.code).startsWith('ERR_PARSE_ARGS')
}

/** The first sentence says which option; Node's advice on positional arguments helps nobody here. */
function wrongOption({ message }: Error): string {
  return `${message.split('. ')[0] ?? message} 参数不对`
}

function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  return /^en/i.test(environment['GUATU_LANG'] ?? environment['LC_ALL'] ?? environment['LANG'] ?? '') ? 'en' : 'zh'
}

/** What a person can mend carries its words in both languages (a StoreError does); the rest says what it says. */
function complaint(problem: unknown, language: Language): string {
  if (!(problem instanceof Error)) return String(problem)
  return isWorded(problem) ? problem.words[language] : problem.message
}

function isWorded(problem: Error): problem is Error & { readonly words: Words } {
  return 'words' in problem && typeof problem.words === 'object' && problem.words !== null && 'zh' in problem.words
}

const onScreen = process.stdout.isTTY === true
const plain = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb'

const terminal: Terminal = {
  language: languageOf(process.env),
  screen: { out: onScreen, err: process.stderr.isTTY === true, colours: onScreen && !plain },
  out: (content) => void process.stdout.write(content),
  err: (text) => void process.stderr.write(text),
}

process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  // The reader of a pipe went away (guatu extract … | head): nobody is left to answer.
  if (problem.code === 'EPIPE') process.exit(exitCode.done)
})

try {
  process.exitCode = await run(process.argv.slice(2), terminal)
} catch (problem) {
  const usage = problem instanceof UsageError
  terminal.err(`guatu: ${complaint(problem, terminal.language)}\n`)
  process.exitCode = usage ? exitCode.usage : exitCode.failed
}
