import { organisationContract } from '#adapters/http/contract/organisation'
import { useEndpoint, useText } from '#web/kit'
import { supervisionMessages as messages } from './messages.ts'

/** Units to choose from, pinyin order, with an empty first choice. Groups of units are no addressees. */
export function useUnitChoices(): readonly { readonly value: string; readonly label: string }[] {
  const t = useText(messages)
  const units = useEndpoint(organisationContract.units)
  const known = units.data?.units.filter((unit) => unit.kind !== 'group') ?? []
  return [{ value: '', label: t('chooseUnit') }, ...known.map(({ unitId, name }) => ({ value: unitId, label: name }))]
}
