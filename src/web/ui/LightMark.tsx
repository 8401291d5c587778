import { useText } from '#web/kit'

export type LightColour = 'red' | 'yellow' | 'green' | 'blue' | 'grey'

const words = {
  red: { zh: '红灯', en: 'red' },
  yellow: { zh: '黄灯', en: 'yellow' },
  green: { zh: '绿灯', en: 'green' },
  blue: { zh: '蓝灯', en: 'blue' },
  grey: { zh: '未到期', en: 'not due' },
} as const

/** A light as colour and shape and word: legible to the colour-blind and in a black-and-white print. */
export function LightMark({ light, bare = false }: { readonly light: LightColour; readonly bare?: boolean }) {
  const t = useText(words)
  return (
    <span className={`light light--${light}`}>
      <svg width="13" height="13" viewBox="0 0 14 14" aria-hidden="true">
        <LightShape light={light} />
      </svg>
      <span className={bare ? 'visually-hidden' : undefined}>{t(light)}</span>
    </span>
  )
}

/** The shape alone, 14 × 14, for drawings: square red, triangle yellow, disc green, tick blue, ring grey. */
export function LightShape({ light }: { readonly light: LightColour }) {
  switch (light) {
    case 'red':
      return <rect x="1" y="1" width="12" height="12" fill="currentColor" />
    case 'yellow':
      return <path d="M7 1 13.4 13H.6z" fill="currentColor" />
    case 'green':
      return <circle cx="7" cy="7" r="6" fill="currentColor" />
    case 'blue':
      return <path d="M1 7.2 5.2 11.6 13 2.6" fill="none" stroke="currentColor" strokeWidth="3" />
    case 'grey':
      return <circle cx="7" cy="7" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
  }
}
