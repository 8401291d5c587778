import type { Language } from '#adapters/http/contract/words'
import type { Words } from '#core/kit'
import { type Command, exitCode, type Terminal, UsageError } from './command.ts'

interface Entry {
  readonly summary: Words
  readonly load: () => Promise<{ command: Command }>
}

/**
 * Commands are loaded when called, so that `guatu extract` does not wait for a web server it never starts. Those that need the
 * house know their arguments only; what they do (`deeds`) is loaded when the arguments are right.
 */
const COMMANDS: Readonly<Record<string, Entry>> = {
  serve: { summary: { zh: '启动服务', en: 'start the server' }, load: () => import('./commands/serve.ts') },
  extract: {
    summary: { zh: '读取方案，打印读出的内容', en: 'read issued plans and print what they say' },
    load: () => import('./commands/extract.ts'),
  },
  check: {
    summary: { zh: '给方案做体检', en: 'examine plans for faults' },
    load: () => import('./commands/check.ts'),
  },
  import: {
    summary: { zh: '把印发的方案导入为草稿', en: 'lay an issued plan as a draft' },
    load: () => import('./commands/import.ts'),
  },
  sample: { summary: { zh: '建样例区', en: 'make the sample district' }, load: () => import('./commands/sample.ts') },
  verify: {
    summary: { zh: '证明封存和日志没有被改过', en: 'prove that nothing sealed was changed' },
    load: () => import('./commands/verify.ts'),
  },
  backup: {
    summary: { zh: '把全部内容写进一个文件', en: 'write everything into one file' },
    load: () => import('./commands/backup.ts'),
  },
  restore: {
    summary: { zh: '在空的地方恢复备份', en: 'bring a backup up in an empty place' },
    load: () => import('./commands/restore.ts'),
  },
  link: {
    summary: { zh: '在服务器上做登录链接', en: 'make a sign-in link on the server' },
    load: () => import('./commands/link.ts'),
  },
  remind: {
    summary: { zh: '按规则提醒、催办一遍', en: 'write and send what is due by the rules, once' },
    load: () => import('./commands/remind.ts'),
  },
  migrate: {
    summary: { zh: '升级数据库结构', en: 'bring the database schema up to date' },
    load: () => import('./commands/migrate.ts'),
  },
}

function helpIn(language: Language): string {
  const list = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary[language]}`)
  if (language === 'zh') {
    return `guatu 挂图：把发下来的方案变成每天在跑的工作

Usage: guatu <command> [options]（用法：guatu 命令 [选项]）

命令：
${list.join('\n')}

guatu 命令 --help 有详细说明。退出码：0 完成，1 结论为否，2 用法不对，3 没能做成。
`
  }
  return `guatu: an issued plan becomes the running system

Usage: guatu <command> [options]

Commands:
${list.join('\n')}

guatu <command> --help says more. Exit codes: 0 done, 1 the answer is no, 2 wrong use, 3 could not be done.
`
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(helpIn(terminal.language))
    return name === undefined ? exitCode.usage : exitCode.done
  }
  const found = COMMANDS[name]
  if (!found) {
    const words = { zh: `没有命令“${name}”`, en: `there is no command "${name}"` }
    terminal.err(`guatu: ${words[terminal.language]}\n\n${helpIn(terminal.language)}`)
    return exitCode.usage
  }
  const { command } = await found.load()
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(typeof command.help === 'string' ? command.help : command.help[terminal.language])
    return exitCode.done
  }
  return command.run(rest, terminal).catch((problem: unknown) => {
    throw isParseError(problem) ? new UsageError(wrongOption(problem, name)) : problem
  })
}

/** What Node's parser of options refuses. */
function isParseError(problem: unknown): problem is Error {
  return problem instanceof Error && 'code' in problem && String(problem.code).startsWith('ERR_PARSE_ARGS')
}

/** The first sentence says which option; Node's advice on positional arguments helps nobody here. */
function wrongOption({ message }: Error, command: string): Words {
  const said = message.split('. ')[0] ?? message
  const named = /'([^']+)'/.exec(said)?.[1]
  return {
    zh: `${named === undefined ? said : `参数 ${named} 不对`}（guatu ${command} --help）`,
    en: `${said} (guatu ${command} --help)`,
  }
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
