import type { Light, Reason } from './types.ts'

const severities: Readonly<Record<Light, number>> = { grey: 0, blue: 1, green: 2, yellow: 3, red: 4 }

/** All lights, the ones that need attention first: the order of legends and of counts. */
export const lightsInOrder: readonly Light[] = ['red', 'yellow', 'green', 'blue', 'grey']

/** How much a light asks for attention: red 4, yellow 3, green 2, blue 1, grey 0. */
export const severityOf = (light: Light): number => severities[light]

/**
 * The worst of several lights. Grey says nothing and gives way to any other; blue beside grey (part done and verified, the rest
 * not yet due) is green, for the whole is not met yet. No lights at all = grey.
 */
export function worstLight(lights: readonly Light[]): Light {
  const worst = lights.reduce<Light>((a, b) => (severityOf(b) > severityOf(a) ? b : a), 'grey')
  return worst === 'blue' && lights.includes('grey') ? 'green' : worst
}

/** Reasons with those that decide the light first; equal ones keep their order. */
export function worstFirst(reasons: readonly Reason[]): Reason[] {
  return [...reasons].sort((a, b) => severityOf(b.light) - severityOf(a.light))
}
