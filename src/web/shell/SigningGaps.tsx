import { registerContract } from '#adapters/http/contract/organisation'
import { useEndpoint, useText } from '#web/kit'

/** Worded here and not in the room, whose pages a reporter does not load. */
const messages = {
  noReporterText: {
    zh: '{unit}承担任务，但没有填报人。请系统管理员开户，安全管理员授权。',
    en: '{unit} has duties but nobody who reports. The administrator opens an account, the security officer grants the role.',
  },
  noSignerText: {
    zh: '{unit}没有审签人：填报后无人能审签。请安全管理员授权，或由原审签人办理代理。',
    en: '{unit} has nobody who signs what is reported. The security officer grants the role, or the signer names a stand-in.',
  },
  onePersonText: {
    zh: '{unit}的填报和审签是同一人：自己填报的，自己不能审签。请安全管理员再授权一人，或办理代理。',
    en: 'In {unit} one person reports and signs, and nobody signs what he reported. The security officer grants a second person the role, or a stand-in is named.',
  },
} as const

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
