import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { knownRefusals } from '#adapters/http/contract/words'

const root = join(import.meta.dirname, '..')

interface Source {
  readonly path: string
  readonly layer: string
  readonly room: string
  readonly text: string
  readonly imports: readonly string[]
  readonly isTest: boolean
}

const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry): Source => {
    const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')
    const [, layer = '', room = ''] = path.split('/')
    const text = readFileSync(join(root, path), 'utf8')
    const imports = [
      ...text.matchAll(
        /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gm,
      ),
    ].map((found) => found[1] ?? found[2] ?? found[3] ?? '')
    return {
      path,
      layer,
      room,
      text,
      imports,
      isTest: /\.(test|fixture)\.tsx?$/.test(path) || path.includes('/testing/'),
    }
  })
const product = sources.filter((source) => !source.isTest)

/** Problems as `file: what is wrong; what to do`, so that the failing test says where to go. */
function problems(check: (source: Source) => readonly string[], among = product): readonly string[] {
  return among.flatMap((source) => check(source).map((problem) => `${source.path}: ${problem}`))
}

const doorOf = (specifier: string) => /^#(core|app|adapters|main|web)\/(.+)$/.exec(specifier)

/** What each layer may import from other layers; `adapters/http/contract` is the one door that web has into adapters. */
const ARROWS: Readonly<Record<string, (layer: string, room: string) => boolean>> = {
  core: (layer) => layer === 'core',
  app: (layer) => layer === 'core' || layer === 'app',
  adapters: (layer) => layer === 'core' || layer === 'app' || layer === 'adapters',
  main: (layer) => layer !== 'web',
  web: (layer, room) =>
    layer === 'web' ||
    room.startsWith('http/contract/') ||
    (layer === 'core' && ['kit', 'insight', 'organisation'].includes(room)),
}

describe('arrows', () => {
  it('has scanned the house', () => {
    expect(product.length).toBeGreaterThan(200)
    for (const layer of Object.keys(ARROWS))
      expect(product.filter((source) => source.layer === layer).length).toBeGreaterThan(4)
    expect(product.flatMap((source) => source.imports).length).toBeGreaterThan(800)
  })

  it('points one way between layers', () => {
    expect(
      problems((source) =>
        source.imports.flatMap((specifier) => {
          const [, layer, room] = doorOf(specifier) ?? []
          if (!layer || !room || ARROWS[source.layer]?.(layer, room)) return []
          return [`imports ${specifier}; ${source.layer} may not reach ${layer}/${room}`]
        }),
      ),
    ).toEqual([])
  })

  it('keeps adapters apart; only http reaches its own contract', () => {
    expect(
      problems((source) =>
        source.imports.flatMap((specifier) => {
          const [, layer, room = ''] = doorOf(specifier) ?? []
          if (source.layer !== 'adapters' || layer !== 'adapters' || room.split('/')[0] === source.room) return []
          return [`imports ${specifier}; adapters do not import each other: pass it in from main`]
        }),
      ),
    ).toEqual([])
  })

  it('enters a room by its index and leaves it by a subpath', () => {
    expect(
      problems((source) =>
        source.imports.flatMap((specifier) => {
          if (!specifier.startsWith('.')) return []
          const target = join(source.path, '..', specifier).split(sep).join('/')
          const [, layer, room] = target.split('/')
          return layer === source.layer && room === source.room ? [] : [`imports ${specifier}; use #${layer}/${room}`]
        }),
      ),
    ).toEqual([])
  })

  it('keeps the rooms of the web apart: pages meet in the shell only', () => {
    expect(
      problems((source) =>
        source.imports.flatMap((specifier) => {
          const [, layer, room = ''] = doorOf(specifier) ?? []
          if (source.layer !== 'web' || layer !== 'web' || ['kit', 'ui'].includes(room) || source.room === 'shell')
            return []
          return room === source.room || source.path.split('/').length === 3
            ? []
            : [`imports ${specifier}; only kit and ui are shared`]
        }),
      ),
    ).toEqual([])
  })
})

describe('libraries', () => {
  const packageOf = (specifier: string) =>
    specifier.startsWith('.') || specifier.startsWith('#')
      ? null
      : specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/')

  it('stay out of core and app (decimal.js in core/kit alone)', () => {
    expect(
      problems((source) =>
        source.imports.flatMap((specifier) => {
          const name = packageOf(specifier)
          if (!name || !['core', 'app'].includes(source.layer)) return []
          return name === 'decimal.js' && source.room === 'kit' ? [] : [`imports ${specifier}; put it into an adapter`]
        }),
      ),
    ).toEqual([])
  })

  it('live in one adapter folder each (zod is at every edge)', () => {
    const homes = new Map<string, Set<string>>()
    for (const source of product.filter(({ layer }) => layer === 'adapters')) {
      for (const specifier of source.imports) {
        const name = packageOf(specifier)
        if (name && !name.startsWith('node:') && name !== 'zod')
          homes.set(name, (homes.get(name) ?? new Set()).add(source.room))
      }
    }
    expect(homes.size).toBeGreaterThan(8)
    expect(
      [...homes].filter(([, rooms]) => rooms.size > 1).map(([name, rooms]) => `${name}: ${[...rooms].join(', ')}`),
    ).toEqual([])
  })
})

describe('habits', () => {
  it('keeps files small (data tables and generated files aside)', () => {
    const listed = /\.data\.ts$|\/messages\.ts$|\/schema\/tables\.ts$/
    expect(
      problems((source) => {
        const lines = source.text.split('\n').length
        return lines > 300 && !listed.test(source.path) ? [`${lines} lines; cut it at its seams`] : []
      }),
    ).toEqual([])
  })

  it('names things for what they are for', () => {
    expect(
      problems((source) =>
        /(^|[/-])(utils?|helpers?|common|manager|misc)([-./]|$)/.test(source.path) ? ['a name that says nothing'] : [],
      ),
    ).toEqual([])
  })

  it('reads no clock in core and app', () => {
    const clock = /\bDate\.now\(\)|new Date\(\)|performance\.now\(\)|Math\.random\(\)/
    expect(
      problems((source) =>
        ['core', 'app'].includes(source.layer) && clock.test(source.text)
          ? ['reads a clock or chance; have it passed in']
          : [],
      ),
    ).toEqual([])
  })

  it('says of every exported name of core and app what it is', () => {
    const bare =
      /(?:^|\n)(?!\s*(?:\/\/|\*|\/\*))([^\n]*)\n(export (?:async )?(?:function|const|interface|type|class) \w+)/g
    expect(
      problems((source) => {
        if (!['core', 'app'].includes(source.layer)) return []
        return [...`\n${source.text}`.matchAll(bare)]
          .filter(([, before]) => !before?.trim().endsWith('*/'))
          .map(([, , name]) => `${name} has no doc comment`)
      }),
    ).toEqual([])
  })

  it('has no escape from the checks', () => {
    const escapes =
      /@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable|\bas any\b|:\s*any\b|\b(TODO|FIXME|XXX|HACK)\b/
    expect(problems((source) => (escapes.test(source.text) ? ['escapes a check'] : []), sources)).toEqual([])
  })
})

describe('refusals', () => {
  const used = product.flatMap((source) =>
    [...source.text.matchAll(/(?:refuse\(\s*|\bcode: )'([a-z]\w*\.[A-Za-z]\w*)'/g)].map(([, code = '']) => ({
      code,
      path: source.path,
    })),
  )

  it('are all worded in both languages', () => {
    expect(used.length).toBeGreaterThan(60)
    const words = knownRefusals()
    const missing = used.filter(({ code }) => !words[code]?.zh || !words[code].en)
    expect(missing.map(({ code, path }) => `${path}: ${code} has no words`)).toEqual([])
  })

  it('are worded without exclamation marks', () => {
    const loud = Object.entries(knownRefusals()).filter(([, { zh, en }]) => /[!！]/.test(zh + en))
    expect(loud).toEqual([])
  })
})

describe('generated files', () => {
  it.each(['make-table-types.mjs', 'make-plan-check-docs.mjs'])('are up to date: %s', (script) => {
    expect(() =>
      execFileSync(process.execPath, [join(root, 'scripts', script), '--check'], { stdio: 'pipe' }),
    ).not.toThrow()
  })
})
