export { ensureSample } from './ensure-sample.ts'
