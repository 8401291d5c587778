import { describe, expect, it } from 'vitest'
import { day, id, matching, oneOf, searchOf, text, whole, yes } from './read-search.ts'

const ID = '0b1f9d0e-4a53-4c1e-9d0a-6a1f1c1d2e3f'

describe('what an address says', () => {
  it.each([
    ['a text', text(5), '道路', '道路'],
    ['a text that looks like a number', text(5), 2025, '2025'],
    ['a text that is too long', text(5), '一二三四五六', undefined],
    ['no text', text(5), { q: 1 }, undefined],
    ['an id', id, ID, ID],
    ['no id', id, '7', undefined],
    ['a month of its form', matching(/^\d{4}-M\d{2}$/), '2026-M03', '2026-M03'],
    ['another form', matching(/^\d{4}-M\d{2}$/), '2026-03', undefined],
    ['a day', day, '2026-03-11', '2026-03-11'],
    ['no day', day, '2026-13-11', undefined],
    ['one of the words', oneOf('red', 'green'), 'green', 'green'],
    ['another word', oneOf('red', 'green'), 'pink', undefined],
    ['yes', yes, true, true],
    ['the text of yes', yes, 'true', undefined],
    ['a number', whole(), 3, 3],
    ['the text of a number', whole(), '3', 3],
    ['a broken number', whole(), 3.5, undefined],
    ['a number below the least', whole(2000, 2100), 1999, undefined],
    ['nothing', whole(), '', undefined],
  ])('%s', (_, read, said, heard) => {
    expect(read(said)).toEqual(heard)
  })

  it('is taken by name; what nobody asked for is left', () => {
    const read = searchOf({ q: text(), light: oneOf('red'), all: yes })
    expect(read({ q: '路', light: 'pink', other: 1 })).toEqual({ q: '路' })
  })
})
