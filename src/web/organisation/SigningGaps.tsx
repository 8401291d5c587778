import { registerContract } from '#adapters/http/contract/organisation'
import { useEndpoint, useText } from '#web/kit'
import { registerMessages as messages } from './register-messages.ts'

/** Told before one reports: in this unit of mine nobody could sign it. */
export function SigningGaps() {
  const t = useText(messages)
  const { data } = useEndpoint(registerContract.signingGaps)
  return (data?.gaps ?? []).map(({ unitId, unitName, gap }) => (
    <p key={unitId} className="note">
      {t(`${gap}Text`, { unit: unitName })}
    </p>
  ))
}
