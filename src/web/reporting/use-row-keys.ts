import { type RefObject, useEffect } from 'react'
import { isTyping } from '#web/ui'

/** j and k walk through the rows of a list (`[data-row]`), Enter goes into the row's first field. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
      const at = rows.findIndex((row) => row.contains(document.activeElement))
      if (isTyping(event) || rows.length === 0) return
      if (event.key === 'j') rows[Math.min(at + 1, rows.length - 1)]?.focus()
      if (event.key === 'k') rows[Math.max(at - 1, 0)]?.focus()
      if (event.key === 'Enter') rows[at]?.querySelector<HTMLElement>('input, select, button')?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [list])
}

/** Moves on to the field of the next row, so that a sheet is filled in without leaving the keys. */
export function focusNextField(from: HTMLElement): void {
  const row = from.closest('[data-row]')
  for (let next = row?.nextElementSibling; next; next = next.nextElementSibling) {
    const field = next.querySelector<HTMLElement>('input, select')
    if (field) return field.focus()
  }
}
