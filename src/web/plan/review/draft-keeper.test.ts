import { afterEach, describe, expect, it } from 'vitest'
import type { WireDraft, WireEntry, WireEntryRow } from '#adapters/http/contract/plan'
import { keepDraft } from './draft-keeper.ts'

/** A server of one draft: entries with revisions, refusing what is late, as the real one does. */
class FakeServer {
  revision = 1
  rows = new Map<string, WireEntryRow>()
  readonly standing: WireDraft['standing'] = {
    ...{ openPoints: [], suggestions: [] },
    coverage: { statuses: [], counts: { item: 0, structure: 0, promise: 0, setAside: 0, left: 0 } },
  }

  constructor(names: readonly string[]) {
    names.forEach((name, orderNo) => this.rows.set(name, rowOf(name, name, 1, orderNo)))
  }

  draft(): WireDraft {
    return {
      ...{ draftId: 'd', planId: null, state: 'open', revision: this.revision, fileName: '', createdAt: '', text: '' },
      ...{
        createdByName: '',
        blocks: [],
        warnings: [],
        headings: [],
        sentences: [],
        marks: [],
        findings: [],
        openPointWords: {},
      },
      ...{ entries: [...this.rows.values()], standing: this.standing },
    }
  }

  /** What somebody else does. */
  changeBehind(entryId: string, name: string): void {
    const row = this.rows.get(entryId)
    if (row) this.put(rowOf(entryId, name, row.revision + 1, row.orderNo))
  }

  answer = async (address: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const path = String(address)
    if (path.includes('/changes')) {
      const since = Number(new URL(path, 'http://x').searchParams.get('since'))
      const entries = since < this.revision ? [...this.rows.values()] : []
      return json({
        revision: this.revision,
        state: 'open',
        entries,
        standing: entries.length > 0 ? this.standing : null,
      })
    }
    const { edits } = JSON.parse(String(init?.body)) as { edits: { entry: WireEntry; revision: number }[] }
    const late = edits.find(({ entry, revision }) => this.rows.get(entry.entryId)?.revision !== revision)
    if (late) {
      const problem = { type: '', title: '他人刚刚改过', status: 409, code: 'object.changedMeanwhile' }
      return json({ ...problem, at: late.entry.entryId, detail: { by: '乙' } }, 409)
    }
    const written = edits.map(({ entry, revision }) => ({ ...rowOf(entry.entryId, '', revision + 1, 0), entry }))
    written.forEach((row) => this.put(row))
    return json({ revision: this.revision, entries: written, standing: this.standing })
  }

  private put(row: WireEntryRow): void {
    this.revision += 1
    this.rows.set(row.entry.entryId, row)
  }
}

function rowOf(entryId: string, name: string, revision: number, orderNo: number): WireEntryRow {
  const entry: WireEntry = { kind: 'unit', entryId, removedAs: null, body: { name, kind: 'bureau', aliases: [] } }
  return { entry, revision, orderNo, changedAt: '', changedByName: '' }
}
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const named =
  (name: string) =>
  (entry: WireEntry): WireEntry =>
    entry.kind === 'unit' ? { ...entry, body: { ...entry.body, name } } : entry

const realFetch = globalThis.fetch
afterEach(() => {
  globalThis.fetch = realFetch
})
function open(...names: string[]) {
  const server = new FakeServer(names)
  globalThis.fetch = server.answer
  const keeper = keepDraft(server.draft())
  const nameOf = (entryId: string) => {
    const entry = keeper.snapshot().state.rows.get(entryId)?.entry
    return entry?.kind === 'unit' ? entry.body.name : null
  }
  return { server, keeper, nameOf }
}

describe('a draft under review', () => {
  it('shows an edit at once and saves edits of one entry one after another', async () => {
    const { keeper, nameOf, server } = open('甲')
    const saves = [keeper.actions.edit('甲', named('一')), keeper.actions.edit('甲', named('二'))]
    expect(await Promise.all(saves)).toEqual([null, null])
    expect(nameOf('甲')).toBe('二')
    expect(server.rows.get('甲')?.revision).toBe(3)
    expect(keeper.snapshot()).toMatchObject({ saving: false, conflicts: [] })
  })

  it('meets a change that it had not seen: shows theirs, keeps mine for a decision', async () => {
    const { keeper, nameOf, server } = open('甲', '乙')
    server.changeBehind('甲', '他们的')
    await keeper.actions.edit('甲', named('我的'))
    expect(nameOf('甲')).toBe('他们的')
    const [conflict] = keeper.snapshot().conflicts
    expect(conflict).toMatchObject({ entryId: '甲', by: '乙' })
    if (conflict) await keeper.actions.resolve(conflict, true)
    expect(nameOf('甲')).toBe('我的')
    expect(keeper.snapshot().conflicts).toEqual([])
  })

  it('does not overwrite what came in while the person was typing', async () => {
    const { keeper, nameOf, server } = open('甲')
    server.changeBehind('甲', '他们的')
    await keeper.refresh()
    expect(nameOf('甲')).toBe('他们的')
    await keeper.actions.edit('甲', named('我的'), 1)
    expect(keeper.snapshot().conflicts).toHaveLength(1)
    expect(server.rows.get('甲')?.entry).toMatchObject({ body: { name: '他们的' } })
  })

  it('does not mistake own edits for somebody else’s', async () => {
    const { keeper, nameOf } = open('甲')
    await keeper.actions.edit('甲', named('一'), 1)
    await keeper.actions.edit('甲', named('二'), 1)
    expect(nameOf('甲')).toBe('二')
    expect(keeper.snapshot().conflicts).toEqual([])
  })

  it('takes steps back, the last first', async () => {
    const { keeper, nameOf } = open('甲', '乙')
    await keeper.actions.edit('甲', named('一'))
    await keeper.actions.editAll(
      'both',
      ['甲', '乙'].map((entryId) => ({ entryId, change: named('二') })),
    )
    await keeper.actions.undo()
    expect([nameOf('甲'), nameOf('乙')]).toEqual(['一', '乙'])
    await keeper.actions.undo()
    expect(nameOf('甲')).toBe('甲')
    expect(keeper.snapshot().canUndo).toBeNull()
  })

  it('goes back to what is saved when the server cannot be reached, and says so', async () => {
    const { keeper, nameOf } = open('甲')
    globalThis.fetch = () => Promise.reject(new TypeError('network'))
    const refused = await keeper.actions.edit('甲', named('一'))
    expect(refused).not.toBeNull()
    expect(nameOf('甲')).toBe('甲')
    expect(keeper.snapshot().error).toBe(refused)
  })
})
