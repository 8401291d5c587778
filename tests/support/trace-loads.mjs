// Loaded with --import: writes the address of every file that is loaded to standard error.
import { register } from 'node:module'

const hooks = `
import { writeSync } from 'node:fs'
export function load(url, context, next) {
  if (url.startsWith('file:')) writeSync(2, url + '\\n')
  return next(url, context)
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
