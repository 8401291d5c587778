import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkAuditRows, verifyAuditLinks } from './audit-chain.ts'
import type { AuditRow } from './audit-chain.ts'
import { checkApproval, checkCorrection, correctedValue } from './correction.ts'
import type { Correction } from './correction.ts'
import { genesisHash, makeSeal, readSeal, reportBodyHash, sealedReport } from './seal.ts'
import type { ReportBody, Seal, SealedReport } from './types.ts'
import { verifySeals } from './verify-chain.ts'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

const body: ReportBody = {
  figure: '480',
  noChange: false,
  claim: 'onPace',
  paragraph: '本旬新增就业62人。',
  blockage: null,
  nodesDone: [],
  evidence: ['ab12'],
}

const line = (itemId: string, figure: string | null = '480'): SealedReport =>
  sealedReport(
    {
      itemId,
      unitId: 'u1',
      figurePeriodId: '2025-D07',
      reportId: `r-${itemId}`,
      accumulation: 'yearToDate',
      figure,
      late: false,
    },
    body,
    sha256,
  )

const content = (periodId: string, counted: SealedReport[]) => ({
  regionId: 'sample',
  cadenceId: 'c1',
  periodId,
  closedAt: '2025-03-12T10:00:00.000Z',
  planVersions: [{ planId: 'p1', version: 1, contentHash: 'cd34' }],
  counted,
  pending: [],
  silent: [{ itemId: 'z', unitId: 'u2' }],
})

function chain(): Seal[] {
  const first = makeSeal(content('2025-D06', [line('b'), line('a')]), null, sha256)
  const second = makeSeal(content('2025-D07', [line('a', '500')]), first, sha256)
  return [first, second, makeSeal(content('2025-D08', []), second, sha256)]
}

describe('makeSeal', () => {
  it('is the same text whatever the order of its lines', () => {
    const forth = makeSeal(content('2025-D06', [line('a'), line('b')]), null, sha256)
    const back = makeSeal(content('2025-D06', [line('b'), line('a')]), null, sha256)
    expect(back).toEqual(forth)
    expect(readSeal(forth).counted.map((report) => report.itemId)).toEqual(['a', 'b'])
  })

  it('begins a chain and goes on with it', () => {
    const [first, second] = chain()
    expect([first?.seq, first?.previousHash]).toEqual([1, genesisHash])
    expect([second?.seq, second?.previousHash]).toEqual([2, first?.hash])
  })

  it('covers every part of a report', () => {
    const changes: Partial<ReportBody>[] = [
      { figure: '481' },
      { noChange: true },
      { claim: 'done' },
      { paragraph: '本旬新增就业63人。' },
      { blockage: { what: '甲', needs: '乙', by: null } },
      { nodesDone: ['完成'] },
      { evidence: ['ab13'] },
    ]
    const hashes = changes.map((change) => reportBodyHash({ ...body, ...change }, sha256))
    expect(new Set([...hashes, reportBodyHash(body, sha256)]).size).toBe(changes.length + 1)
  })
})

describe('verifySeals', () => {
  it('accepts an untouched chain and names its head', () => {
    const seals = chain()
    const head = seals.at(-1)?.hash ?? ''
    expect(verifySeals(seals, sha256, head)).toEqual({ ok: true, length: 3, head })
    expect(verifySeals([], sha256)).toEqual({ ok: true, length: 0, head: genesisHash })
  })

  it.each<[string, (seals: Seal[]) => Seal[], object]>([
    ['a missing seal', ([a, , c]) => [a, c].flatMap((seal) => seal ?? []), { seq: 2, fault: 'gap' }],
    ['a missing tail', (seals) => seals.slice(0, 2), { seq: 2, fault: 'wrongHead' }],
    ['two that changed places', ([a, b, c]) => [b, a, c].flatMap((seal) => seal ?? []), { seq: 1, fault: 'gap' }],
  ])('finds %s', (_name, tamper, verdict) => {
    const seals = chain()
    expect(verifySeals(tamper(seals), sha256, seals.at(-1)?.hash)).toEqual({ ok: false, ...verdict })
  })

  it('finds one changed character anywhere, even with its own hash put right', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.nat(), fc.boolean(), (index, place, rehash) => {
        const seals = chain()
        const seal = seals[index]
        if (!seal) throw new Error('three seals are expected')
        const at = place % seal.payload.length
        const other = seal.payload[at] === '7' ? '8' : '7'
        const payload = seal.payload.slice(0, at) + other + seal.payload.slice(at + 1)
        const hash = rehash ? sha256(payload) : seal.hash
        const tampered = seals.map((one, position) => (position === index ? { ...one, payload, hash } : one))
        expect(verifySeals(tampered, sha256, seals.at(-1)?.hash).ok).toBe(false)
      }),
    )
  })

  it('finds a payload that is not canonical although its hash fits', () => {
    const [first] = chain()
    if (!first) throw new Error('a seal is expected')
    const payload = ` ${first.payload}`
    expect(verifySeals([{ ...first, payload, hash: sha256(payload) }], sha256)).toEqual({
      ok: false,
      seq: 1,
      fault: 'malformed',
    })
  })
})

describe('audit chain', () => {
  const row = (auditId: string, text = '{}'): AuditRow => ({
    auditId,
    at: '2025-03-12T10:00:00.000Z',
    actorId: 'a1',
    action: 'report.submit',
    objectKind: 'report',
    objectId: 'r1',
    body: text,
  })
  const rows = ['a', 'b', 'c'].map((id) => row(id))
  const links = linkAuditRows('sample', null, rows, sha256)
  const entries = rows
    .map((one, index) => ({ row: one, link: links[index] }))
    .flatMap(({ row: one, link }) => (link ? [{ row: one, link }] : []))

  it('goes on from its last link exactly as if linked at once', () => {
    const first = linkAuditRows('sample', null, rows.slice(0, 1), sha256)
    expect([...first, ...linkAuditRows('sample', first[0] ?? null, rows.slice(1), sha256)]).toEqual(links)
    expect(verifyAuditLinks('sample', entries.slice(1), sha256, links[0])).toMatchObject({ ok: true, length: 2 })
  })

  it('verifies, and finds a changed, removed or foreign row', () => {
    expect(verifyAuditLinks('sample', entries, sha256)).toEqual({ ok: true, length: 3, head: links[2]?.hash })
    const changed = entries.map((entry, index) => (index === 1 ? { ...entry, row: row('b', '{"x":1}') } : entry))
    expect(verifyAuditLinks('sample', changed, sha256)).toEqual({ ok: false, seq: 2, fault: 'changed' })
    expect(
      verifyAuditLinks(
        'sample',
        [entries[0], entries[2]].flatMap((e) => e ?? []),
        sha256,
      ),
    ).toEqual({ ok: false, seq: 2, fault: 'gap' })
    expect(verifyAuditLinks('other', entries, sha256)).toEqual({ ok: false, seq: 1, fault: 'changed' })
  })
})

describe('corrections', () => {
  const seal = readSeal(makeSeal(content('2025-D06', [line('a')]), null, sha256))
  const asked = { itemId: 'a', newFigure: '470', newClaim: 'onPace' as const, reason: '重复统计10人' }
  const code = (parts: Partial<typeof asked>, state: 'closed' | 'sealed' = 'sealed'): string => {
    const checked = checkCorrection({ ...asked, ...parts }, seal, state)
    return checked.ok ? 'accepted' : checked.refusal.code
  }

  it('keeps the old value', () => {
    expect(checkCorrection(asked, seal, 'sealed')).toEqual({
      ok: true,
      value: { oldFigure: '480', newFigure: '470', oldClaim: 'onPace', newClaim: 'onPace', reason: '重复统计10人' },
    })
  })

  it('lets a silent item have its late figure', () => {
    expect(checkCorrection({ ...asked, itemId: 'z' }, seal, 'sealed')).toMatchObject({
      value: { oldFigure: null, newFigure: '470' },
    })
  })

  it.each([
    [{ reason: ' ' }, 'correction.reasonMissing'],
    [{ itemId: 'unknown' }, 'correction.itemNotInSeal'],
    [{ newFigure: '多' }, 'correction.figureNotNumber'],
    [{ newFigure: '480.0' }, 'correction.changesNothing'],
  ])('%o → %s', (parts, expected) => {
    expect(code(parts)).toBe(expected)
  })

  it('is for sealed periods only', () => {
    expect(code({}, 'closed')).toBe('correction.notSealed')
  })

  const correction = (correctionId: string, newFigure: string, approvedAt: string | null): Correction => ({
    correctionId,
    sealSeq: 1,
    itemId: 'a',
    oldFigure: '480',
    newFigure,
    oldClaim: 'onPace',
    newClaim: 'behind',
    reason: '核减',
    madeBy: 'author',
    madeAt: '2025-03-20T01:00:00.000Z',
    approvedBy: approvedAt && 'approver',
    approvedAt,
    refusedAt: null,
  })

  it('counts from its approval by somebody else, the latest one', () => {
    const [report] = seal.counted
    if (!report) throw new Error('a counted report is expected')
    const open = correction('c3', '1', null)
    const approved = [
      correction('c2', '460', '2025-03-22T01:00:00.000Z'),
      correction('c1', '470', '2025-03-21T01:00:00.000Z'),
    ]
    expect(correctedValue(report, [open])).toEqual({ figure: '480', claim: 'onPace', correctionId: null })
    expect(correctedValue(report, [...approved, open])).toEqual({ figure: '460', claim: 'behind', correctionId: 'c2' })
    expect(checkApproval(open, 'author')).toMatchObject({ refusal: { code: 'correction.ownCorrection' } })
    expect(checkApproval(open, 'approver').ok).toBe(true)
    expect(checkApproval(correction('c1', '1', '2025-03-21T01:00:00.000Z'), 'x')).toMatchObject({
      refusal: { code: 'correction.alreadyDecided' },
    })
  })
})
