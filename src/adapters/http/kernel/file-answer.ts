/** A file sent back by an endpoint that declares `sends`. */
export interface FileAnswer {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly fileName: string
  /** Show in the browser instead of downloading. */
  readonly inline?: boolean
}

/** Content-Disposition with the name in RFC 8187 form, so that Chinese names arrive whole. */
export function dispositionOf(answer: FileAnswer): string {
  const kind = answer.inline ? 'inline' : 'attachment'
  return `${kind}; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`
}
