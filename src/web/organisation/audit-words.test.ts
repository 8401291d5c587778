import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { auditDeeds, auditObjects } from './audit-words.data.ts'

const app = new URL('../../app/', import.meta.url)
const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, app), 'utf8'))

/** Every action that a use case writes as a whole: `action: 'report.attach'`. */
const actions = new Set(
  sources.flatMap((text) => [...text.matchAll(/action: '([a-z]\w*\.\w+)'/gi)].map(([, code]) => code)),
)
const kinds = new Set(sources.flatMap((text) => [...text.matchAll(/objectKind: '(\w+)'/g)].map(([, kind]) => kind)))

it('words every action and object of the log that the use cases write', () => {
  expect(actions.size, 'the sources were looked at').toBeGreaterThan(60)
  const unworded = [...actions].filter((code) => {
    const [object = '', deed = ''] = (code ?? '').split('.')
    return !(object in auditObjects) || !(deed in auditDeeds)
  })
  expect(unworded).toEqual([])
  expect([...kinds].filter((kind) => kind === undefined || !(kind in auditObjects))).toEqual([])
})
