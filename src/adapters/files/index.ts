export { MAX_ATTACHMENT_BYTES, MAX_SOURCE_BYTES } from './file-limits.ts'
export { readSourceFile } from './read-source-file.ts'
export { sniffAttachment } from './sniff-attachment.ts'
export type { AttachmentType } from './sniff-attachment.ts'
