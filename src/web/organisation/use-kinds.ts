import { unitKinds, unitKindWords } from '#core/organisation'
import type { RegisterUnit } from '#adapters/http/contract/organisation'
import { useText } from '#web/kit'

/** The kinds of units as a field offers them. */
export function useKinds(): readonly { readonly value: RegisterUnit['kind']; readonly label: string }[] {
  const t = useText(unitKindWords)
  return unitKinds.map((value) => ({ value, label: t(value) }))
}
