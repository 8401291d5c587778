import { describe, expect, it } from 'vitest'
import { checkPlan, ruleDocs } from '../check/check-plan.ts'
import { findingText } from '../check/finding-text.ts'
import { readPlanText } from '../read-plan.ts'
import { excerptOf } from './excerpt.ts'
import { lineIndex } from './line-index.ts'
import { findingsSarif, readingsSarif } from './sarif.ts'
import { fitColumns, terminalWidth } from './terminal-width.ts'

describe('lineIndex', () => {
  const text = '甲\n\n乙丙\n'
  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 2, 1],
    [3, 3, 1],
    [5, 3, 3],
    [6, 4, 1],
  ])('offset %i stands in line %i, column %i', (offset, line, column) => {
    expect(lineIndex({ text }).placeOf(offset)).toEqual({ line, column, offset })
  })

  it('gives back the lines of the text', () => {
    const lines = lineIndex({ text })
    const words = [0, 2, 4, 6].map((at) => text.slice(lines.lineAround(at).start, lines.lineAround(at).end))
    expect(words).toEqual(text.split('\n'))
  })

  it('gives the places of the file where the reader kept its lines', () => {
    const fileLines = [
      { at: 0, line: 3, column: 3, offset: 9 },
      { at: 2, line: 7, column: 1, offset: 30 },
    ]
    const lines = lineIndex({ text: '甲\n乙丙', fileLines })
    expect([0, 1, 3].map((at) => lines.placeOf(at))).toEqual([
      { line: 3, column: 3, offset: 9 },
      { line: 3, column: 4, offset: 10 },
      { line: 7, column: 2, offset: 31 },
    ])
  })
})

describe('terminalWidth', () => {
  it.each([
    ['abc', 3],
    ['挂图', 4],
    ['（一）', 6],
    ['“一”—…', 6],
    ['①', 1],
    ['𠮷', 2],
    ['e\u0301', 1],
    ['\ufeff一', 2],
    ['ｱ', 1],
  ])('%s takes %i', (text, columns) => {
    expect(terminalWidth(text)).toBe(columns)
  })

  it('cuts between characters', () => {
    expect(fitColumns('a挂图', 4)).toBe('a挂')
    expect(fitColumns('𠮷𠮷', 2)).toBe('𠮷')
  })
})

describe('excerptOf', () => {
  const cut = (text: string, at: string) => {
    const start = text.indexOf(at)
    return excerptOf(text, lineIndex({ text }), { start, end: start + at.length }, '^')
  }

  it('puts the mark under the place where wide and narrow characters mix', () => {
    expect(cut('完成GDP 6%以上', '6%')).toEqual({ words: '完成GDP 6%以上', marks: '        ^^' })
  })

  it('cuts a long paragraph to a window and says so', () => {
    const { words, marks } = cut(`${'甲'.repeat(500)}错${'乙'.repeat(500)}`, '错')
    expect(words).toBe(`…${'甲'.repeat(24)}错${'乙'.repeat(24)}…`)
    expect(terminalWidth(marks)).toBe(1 + 48 + 2)
  })

  it('cuts a long place and shows tabs as spaces', () => {
    const { words, marks } = cut(`表\t${'长'.repeat(200)}`, '长'.repeat(200))
    expect(words.startsWith('表 长')).toBe(true)
    expect(terminalWidth(words)).toBeLessThan(110)
    expect(marks.startsWith('   ^')).toBe(true)
  })

  it('stays in its line where the place does not', () => {
    expect(cut('第一行\n第二行', '行\n第')).toEqual({ words: '第一行', marks: '    ^^' })
  })
})

const sample = ruleDocs.map((rule) => rule.examples.invalid[0] ?? '').join('\n')
const reading = readPlanText(sample)
const findings = checkPlan(reading)
const source = { name: '方案/总体 方案.txt', document: { text: sample }, findings }

describe('findingText', () => {
  it('says file, line and column as compilers do, and paints parts on request', () => {
    const [finding] = findings
    if (!finding) throw new Error('the sample gives no finding')
    const { line, column } = lineIndex({ text: sample }).placeOf(finding.places[0]?.start ?? 0)
    expect(findingText(finding, source.document, 'zh', { fileName: 'a.txt' })).toContain(
      `--> a.txt:${line}:${column}\n`,
    )
    const painted = findingText(finding, source.document, 'en', {
      paint: (part, words) => `<${part}>${words}</${part}>`,
    })
    expect(painted).toContain(`<${finding.severity}>${finding.severity}[${finding.ruleId}]</${finding.severity}>`)
    expect(painted.replace(/<\/?\w+>/g, '')).toBe(findingText(finding, source.document, 'en'))
  })
})

describe('findingsSarif', () => {
  const log = findingsSarif([source], 'zh')
  const [run] = log.runs

  it('has what the schema requires', () => {
    expect(findings.length).toBeGreaterThanOrEqual(ruleDocs.length)
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'guatu', language: 'zh-CN' } } }] })
    expect(run?.results).toHaveLength(findings.length)
    for (const { message, ruleIndex, ruleId, level, kind } of run?.results ?? []) {
      expect(message.text.length).toBeGreaterThan(0)
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
      expect(['error', 'warning', 'note']).toContain(level)
      expect(kind).toBe('fail')
    }
    expect(new Set(run?.tool.driver.rules.map(({ id }) => id)).size).toBe(ruleDocs.length)
  })

  it('helps in both languages, whichever is printed', () => {
    for (const { help, id } of run?.tool.driver.rules ?? []) {
      const doc = ruleDocs.find((rule) => rule.id === id)
      for (const words of [help?.text, help?.markdown]) {
        expect(words).toContain(doc?.why.zh)
        expect(words).toContain(doc?.why.en)
      }
    }
  })

  it('gives regions whose lines, columns and offsets mean the same words', () => {
    const content = run?.artifacts[0]?.contents?.text ?? ''
    const lines = content.split('\n')
    const places = run?.results.flatMap(({ locations, relatedLocations }) => [
      ...locations,
      ...(relatedLocations ?? []),
    ])
    expect(places?.length).toBeGreaterThan(findings.length)
    for (const { physicalLocation } of places ?? []) {
      const { region, artifactLocation } = physicalLocation
      const { startLine, startColumn, endLine, endColumn, charOffset, charLength, snippet } = region
      expect(content.slice(charOffset, charOffset + charLength)).toBe(snippet.text)
      const last = lines[endLine - 1]?.slice(0, endColumn - 1) ?? ''
      const first = lines[startLine - 1]?.slice(startColumn - 1) ?? ''
      const words =
        startLine === endLine
          ? last.slice(startColumn - 1)
          : [first, ...lines.slice(startLine, endLine - 1), last].join('\n')
      expect(words).toBe(snippet.text)
      expect(run?.artifacts[artifactLocation.index]?.location.uri).toBe(artifactLocation.uri)
      expect(decodeURIComponent(artifactLocation.uri)).toBe(source.name)
    }
  })

  it('speaks English', () => {
    const english = findingsSarif([source], 'en').runs[0]
    expect(english?.tool.driver.rules[0]?.shortDescription.text).toBe(ruleDocs[0]?.title.en)
  })
})

describe('readingsSarif', () => {
  it('gives every fact as information, never as a fault', () => {
    const [run] = readingsSarif([{ name: 'a.txt', document: { text: sample }, reading }], 'en').runs
    expect(run?.results.length).toBeGreaterThan(10)
    for (const { kind, level, ruleId, ruleIndex } of run?.results ?? []) {
      expect([kind, level]).toEqual(['informational', 'none'])
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    }
  })
})
