import type { CalendarEvent, CalendarView } from '#core/reporting'

/** Most bytes of a line (RFC 5545, 3.1); longer ones are folded. */
const LINE_BYTES = 75
const REFRESH = 'PT1H'

const encoder = new TextEncoder()

/**
 * Writes a calendar as iCalendar (RFC 5545): moments in UTC, so that no zone has to be described; a due moment is an event without
 * length. Programs are told to ask again every hour.
 */
export function writeIcs({ name, madeAt, events }: CalendarView): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guatu//Guatu//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...events.flatMap((event) => eventLines(event, madeAt)),
    'END:VCALENDAR',
  ]
  return encoder.encode(lines.map((line) => `${folded(line)}\r\n`).join(''))
}

function eventLines({ uid, at, title, detail }: CalendarEvent, madeAt: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${moment(madeAt)}`,
    `DTSTART:${moment(at)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(detail)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** 2026-03-11T10:00:00.000Z as 20260311T100000Z. */
function moment(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** TEXT of RFC 5545, 3.3.11; control characters have no place in it. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

/** Folds at 75 bytes, never inside a character; a line that goes on begins with a blank, which counts. */
function folded(line: string): string {
  let out = ''
  let bytes = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (bytes + size > LINE_BYTES) {
      out += '\r\n '
      bytes = 1
    }
    out += character
    bytes += size
  }
  return out
}
