/** Turns PostgreSQL's text form of one value into the product's form. */
export type ValueParser = (text: string) => unknown

/** Object ids of PostgreSQL's built-in types; they never change between versions. */
const oid = { int8: 20, numeric: 1700, date: 1082, time: 1083, timestamp: 1114, timestamptz: 1184 } as const
const arrayOid = { int8: 1016, numeric: 1231, date: 1182, timestamptz: 1185 } as const

/**
 * How values leave the database: dates and decimals stay text (a driver's Date shifts days between zones, its number loses
 * digits), instants become `2027-07-31T08:00:00.000Z`, whole numbers stay numbers as long as they are exact.
 */
export const valueParsers: Readonly<Record<number, ValueParser>> = {
  [oid.int8]: wholeNumber,
  [oid.numeric]: asIs,
  [oid.date]: asIs,
  [oid.time]: asIs,
  [oid.timestamp]: asIs,
  [oid.timestamptz]: instant,
}

/** The same for arrays of these types, element by element. */
export const arrayElementParsers: Readonly<Record<number, ValueParser>> = {
  [arrayOid.int8]: wholeNumber,
  [arrayOid.numeric]: asIs,
  [arrayOid.date]: asIs,
  [arrayOid.timestamptz]: instant,
}

/** Applies `parse` to the text elements of a parsed array of any depth; null stays null. */
export function eachElement(elements: unknown, parse: ValueParser): unknown {
  if (Array.isArray(elements)) return elements.map((element: unknown) => eachElement(element, parse))
  return typeof elements === 'string' ? parse(elements) : elements
}

function asIs(text: string): string {
  return text
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`whole number beyond exact range: ${text}`)
  return value
}

/** `2027-07-31 08:00:00.5+00` → `2027-07-31T08:00:00.500Z`; offsets come as `+08`, `+05:30` or, for old dates, `+08:05:43`. */
function instant(text: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d+))?([+-]\d{2})(?::(\d{2}))?$/u.exec(text)
  if (!parts) return text
  const [, day, time, fraction = '', hours, minutes = '00'] = parts
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0')
  if (hours === '+00' && minutes === '00') return `${day}T${time}.${milliseconds}Z`
  return new Date(`${day}T${time}.${milliseconds}${hours}:${minutes}`).toISOString()
}
