import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** The search parameters of the page that is shown: filters live in the address. A value left empty is taken out. */
export function usePageSearch(): readonly [
  Readonly<Record<string, string | undefined>>,
  (next: Readonly<Record<string, string | undefined>>) => void,
] {
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const search = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, textOf(value)]))
  const set = useCallback(
    (next: Readonly<Record<string, string | undefined>>) => {
      const change = (before: Readonly<Record<string, unknown>>) =>
        Object.fromEntries(
          Object.entries({ ...before, ...next }).filter(([, value]) => value !== undefined && value !== ''),
        )
      void navigate({ to: '.', search: change as never, replace: true })
    },
    [navigate],
  )
  return [search, set]
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : undefined
}
