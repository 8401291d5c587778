import { createContext } from 'react'
import type { SpokenIn } from '#core/kit'

/** Where and when the reader is: his region's time zone, and its present year, which goes without saying. */
export type RegionTime = Omit<SpokenIn, 'language'>

/** Outside of the frame, on pages for everybody, years are said. */
export const RegionTimeContext = createContext<RegionTime>({ timeZone: 'Asia/Shanghai', year: null })
