import { UsageError } from './command.ts'

/** The format that was asked for; every other word is a usage error that names those there are. */
export function formatOf<Format extends string>(formats: readonly Format[], asked: string): Format {
  const format = formats.find((one) => one === asked)
  if (format !== undefined) return format
  const [last, before] = [formats.at(-1) ?? '', formats.slice(0, -1)]
  throw new UsageError({
    zh: `--format 可以是 ${formats.join('、')}`,
    en: `--format is ${before.join(', ')} or ${last}`,
  })
}

/** Refuses to begin without a file, instead of waiting for an input that nobody types. */
export function requireFiles(names: readonly string[], command: 'extract' | 'check'): void {
  if (names.length > 0) return
  throw new UsageError({
    zh: `请写出文件，标准输入写 -（guatu ${command} --help）`,
    en: `name a file, or - for standard input (guatu ${command} --help)`,
  })
}
