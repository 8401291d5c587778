import type { Context } from '#app/kit'
import type { RoleGrant } from '#core/organisation'
import { invariant, type Result } from '#core/kit'
import type { House } from '#main/server'

/** The sample region: its id, and the time zone in which its story is told. */
export const sampleRegion = { regionId: 'qinglan', name: '澜州市青澜区', timeZone: 'Asia/Shanghai' } as const

/** A person of the sample district, by post. */
export interface SamplePerson {
  readonly accountId: string
  readonly login: string
  readonly displayName: string
  readonly roles: readonly RoleGrant[]
}

/** Gives a person's context at a moment of the story: the sample is told through the use cases, one moment after the other. */
export type Stage = (person: SamplePerson, at: string) => Context

/** Builds the stage on an open house. `at` is an ISO instant. */
export function stageOn(house: House): Stage {
  return (person, at) =>
    house.contextFor(
      { regionId: sampleRegion.regionId, timeZone: sampleRegion.timeZone, clockAt: at },
      { accountId: person.accountId, regionId: sampleRegion.regionId, roles: person.roles },
    )
}

/** The instant of a local day and time in the sample region (UTC+8, without daylight saving). */
export function momentOf(day: string, time = '09:00'): string {
  return new Date(`${day}T${time}:00+08:00`).toISOString()
}

/** The value of a step of the story; a refusal is a fault of the story or of the product, and stops the making. */
export function told<T>(result: Result<T>, step: string): T {
  invariant(result.ok, `${step}: ${result.ok ? '' : JSON.stringify(result.refusal)}`)
  return result.value
}
