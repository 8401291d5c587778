export { ensureSample } from './ensure-sample.ts'
export { makeScale } from './make-scale.ts'
