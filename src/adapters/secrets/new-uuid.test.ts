import { describe, expect, it } from 'vitest'
import { newUuid } from './index.ts'

describe('newUuid', () => {
  it('sorts by creation, also where the clock stands still', () => {
    const ids = Array.from({ length: 40_000 }, () => newUuid(1_785_000_000_000))
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is of version 7 and begins with its moment', () => {
    const atMs = Date.UTC(2026, 6, 31, 16)
    const id = newUuid(atMs)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(atMs)
    expect(newUuid(atMs + 1) > id).toBe(true)
  })
})
