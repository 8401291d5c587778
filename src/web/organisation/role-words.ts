import { useText } from '#web/kit'
import { successionMessages } from './succession-messages.ts'

/** The words of handovers and delegations. */
export const useSuccessionText = () => useText(successionMessages)

/** 区招商局填报人 */
export function roleWords(
  { role, unitName }: { readonly role: string; readonly unitName: string | null },
  words: ReturnType<typeof useSuccessionText>,
): string {
  const named = role in successionMessages ? words(role as keyof typeof successionMessages) : role
  return [unitName ?? '', named].filter((part) => part !== '').join(' ')
}
