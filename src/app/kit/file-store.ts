/** Where the content of files is kept, under its SHA-256: the same content stands once. */
export interface FileStore {
  /** Stores the bytes durably before it answers. */
  put(bytes: Uint8Array): Promise<{ readonly sha256: string; readonly size: number }>
  /** The bytes, or null where nothing is kept under that hash. */
  get(sha256: string): Promise<Uint8Array | null>
}
