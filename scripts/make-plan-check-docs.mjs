// Writes docs/plan-check.md from the rules' own data and docs/plan-check-precision.json (findings judged by hand).
// Usage: node scripts/make-plan-check-docs.mjs [--check]   (a test runs it with --check)
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const target = join(root, 'docs', 'plan-check.md')

if (process.env['GUATU_RULES'] !== 'loaded') {
  // The rules are TypeScript: run again where it can be imported.
  const args = [
    '--conditions=guatu-source',
    '--import',
    'tsx',
    fileURLToPath(import.meta.url),
    ...process.argv.slice(2),
  ]
  const env = { ...process.env, GUATU_RULES: 'loaded' }
  process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1)
}

const { ruleDocs } = await import('../src/core/reading/check/check-plan.ts')
const precision = JSON.parse(readFileSync(join(root, 'docs', 'plan-check-precision.json'), 'utf8'))
const page = `${[...head(), ...ruleDocs.flatMap(section)].join('\n')}\n`

if (!process.argv.includes('--check')) writeFileSync(target, page)
else if (readFileSync(target, 'utf8') !== page) {
  process.stderr.write('docs/plan-check.md is not up to date: node scripts/make-plan-check-docs.mjs\n')
  process.exit(1)
}

function head() {
  const judged = Object.values(precision.rules)
  const sum = (key) => judged.reduce((total, one) => total + one[key], 0)
  return [
    '# The plan check 方案体检',
    '',
    '<!-- Made by scripts/make-plan-check-docs.mjs; do not edit. -->',
    '',
    `${ruleDocs.length} rules. An **error** is wrong as it stands, a **question** the drafter must decide, a **note** a trait of the text (one`,
    'finding with a count, however often it is met). A finding that does not hold is muted on the review page, with a reason.',
    '',
    `Precision is the share of errors and questions that hold, judged one by one on ${precision.judgedOn}: ${sum('right')} of ${sum('findings')} on`,
    `${precision.documents.length} documents (${precision.documents.join(', ')}).`,
    'These are the documents that the rules were tightened on, and most rules bite there seldom or never: the figure says that they do not',
    'cry wolf on them, not how they do elsewhere.',
    '',
    '| rule | severity | 名称 | findings | precision |',
    '|---|---|---|---|---|',
    ...ruleDocs.map(({ id, severity, title }) => {
      const [findings, share] = measured(id, severity)
      return `| [${id}](#${id.toLowerCase().replace('.', '')}) | ${severity} | ${title.zh} | ${findings} | ${share} |`
    }),
    '',
  ]
}

function measured(id, severity) {
  const own = precision.rules[id]
  if (severity === 'note') return ['–', 'a trait: not counted']
  return own ? [own.findings, (own.right / own.findings).toFixed(2)] : [0, 'not met']
}

function section({ id, severity, title, why, messages, examples }) {
  return [
    `## ${id}`,
    '',
    `**${title.zh}** · ${title.en} (${severity})`,
    '',
    why.zh,
    '',
    why.en,
    '',
    ...Object.values(messages).flatMap(({ message, remedy }) => [
      `- ${escaped(message.zh)} → ${escaped(remedy.zh)}`,
      `  ${escaped(message.en)} → ${escaped(remedy.en)}`,
    ]),
    '',
    examples.invalid.some((one) => one.includes('\n=====\n'))
      ? 'Found (an earlier text stands above =====; the place in ⟦…⟧):'
      : 'Found (the place in ⟦…⟧):',
    '',
    ...examples.invalid.flatMap(block),
    'Passes:',
    '',
    ...examples.valid.flatMap(block),
  ]
}

function escaped(words) {
  return words.replaceAll('<', '&lt;').replaceAll('*', '\\*')
}

function block(text) {
  return ['```text', text, '```', '']
}
