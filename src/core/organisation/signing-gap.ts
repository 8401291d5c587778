import type { Role } from './types.ts'

/**
 * Why nobody could sign what a unit reports: nobody reports for it, nobody signs for it, or the one who reports is also the only one
 * who signs, and nobody signs what he reported (domain.md, Responsibility).
 */
export type SigningGap = 'noReporter' | 'noSigner' | 'onePerson'

/** The gap of a unit by the roles that are in force in it; null = what is reported can be signed by somebody else. */
export function signingGap(
  held: readonly { readonly accountId: string; readonly role: Role; readonly standsInFor?: string }[],
): SigningGap | null {
  const reporters = held.filter(({ role }) => role === 'reporter')
  const signers = held.filter(({ role }) => role === 'signer')
  if (reporters.length === 0) return 'noReporter'
  if (signers.length === 0) return 'noSigner'
  const isOneHand = (reporter: (typeof held)[number], signer: (typeof held)[number]): boolean =>
    [signer.accountId, signer.standsInFor].includes(reporter.accountId)
  const everybodyMeetsHimself = reporters.every((reporter) => signers.every((signer) => isOneHand(reporter, signer)))
  return everybodyMeetsHimself ? 'onePerson' : null
}
