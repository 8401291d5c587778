export { openBlobs, type Blobs, type KeptFile } from './blobs.ts'
