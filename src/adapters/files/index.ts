export { readSourceFile } from './read-source-file.ts'
