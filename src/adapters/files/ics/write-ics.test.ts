import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { CalendarView } from '#core/reporting'
import { writeIcs } from './write-ics.ts'

const view = (events: CalendarView['events'], name = '区商务局'): CalendarView => ({
  ...{ name, madeAt: '2026-03-05T01:02:03.456Z', events },
})
const event = (title: string, detail = '') => ({
  ...{ uid: 'dispatch-1-2026-D07@qinglan.guatu', at: '2026-03-11T10:00:00.000Z', title, detail },
})

const textOf = (one: CalendarView): string => new TextDecoder('utf-8', { fatal: true }).decode(writeIcs(one))
/** What another program reads. */
function readBack(one: CalendarView) {
  const calendar = new ICAL.Component(ICAL.parse(textOf(one)))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const read = new ICAL.Event(component)
    return {
      ...{ uid: read.uid, title: read.summary, detail: read.description },
      at: read.startDate.toJSDate().toISOString(),
      madeAt: String(component.getFirstPropertyValue('dtstamp')),
      isUtc: read.startDate.zone === ICAL.Timezone.utcTimezone,
    }
  })
}

describe('writeIcs', () => {
  it('is read back by another program as it was meant', () => {
    const tricky = event('填报截止：一、二；三,四;五\\六', '第一行\n第二行')
    expect(readBack(view([tricky]))).toEqual([{ ...tricky, madeAt: '2026-03-05T01:02:03Z', isUtc: true }])
  })

  it('writes what RFC 5545 asks of every calendar', () => {
    const lines = textOf(view([event('对账')])).split('\r\n')
    expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Guatu//Guatu//ZH'])
    expect(lines.at(-2)).toBe('END:VCALENDAR')
    expect(lines).toContain('DTSTART:20260311T100000Z')
    expect(lines).toContain('X-WR-CALNAME:区商务局')
  })

  it('folds at 75 bytes, never inside a character, and nothing is lost, whatever the words', () => {
    const words = fc.string({ unit: fc.constantFrom('旬', 'a', '𠮷', ',', ';', '\\', '\n', ' ', '，'), maxLength: 200 })
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { maxLength: 4 }), words, (pairs, name) => {
        const one = view(
          pairs.map(([title, detail], index) => ({ ...event(title, detail), uid: `u${index}` })),
          name,
        )
        const bytes = textOf(one)
          .split('\r\n')
          .map((line) => new TextEncoder().encode(line).length)
        expect(Math.max(...bytes)).toBeLessThanOrEqual(75)
        expect(readBack(one).map(({ title, detail }) => [title, detail])).toEqual(pairs)
      }),
    )
  })
})
