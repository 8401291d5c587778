import { organisationContract, type Me } from '#adapters/http/contract/organisation'
import { useEndpoint } from './use-endpoint.ts'

/** Who the page is shown to. */
export function useMe() {
  return useEndpoint(organisationContract.me)
}

/** Whether the person holds one of the roles. */
export function holds(me: Me, ...roles: readonly string[]): boolean {
  return me.roles.some((grant) => roles.includes(grant.role))
}
