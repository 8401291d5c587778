import { registerContract } from '#adapters/http/contract/organisation'
import { signingGapMessages as messages, useEndpoint, useText } from '#web/kit'

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
