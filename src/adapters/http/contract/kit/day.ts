import { z } from 'zod'

/** A day that plans and calendars can speak of: reckoning with it stays inside the years that dates can have. */
export const daySchema = z.iso.date().refine((day) => day >= '1900-01-01' && day <= '2199-12-31', {
  error: 'between 1900-01-01 and 2199-12-31',
})
