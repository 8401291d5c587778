import { useDateText } from './language.tsx'

/** A day or a moment, said as people say it; nothing where there is none. */
export function When({ at, className }: { readonly at: string | null | undefined; readonly className?: string }) {
  const said = useDateText()
  if (at === null || at === undefined || at === '') return null
  return (
    <time dateTime={at} className={className}>
      {said(at)}
    </time>
  )
}
