/** Little-endian numbers of a byte range; what lies outside it reads as 0, so that a cut or lying file cannot throw. */
export class ByteReader {
  readonly length: number
  private readonly view: DataView
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.length = bytes.length
  }

  byte(at: number): number {
    return this.bytes[at] ?? 0
  }

  short(at: number): number {
    return this.holds(at, 2) ? this.view.getUint16(at, true) : 0
  }

  long(at: number): number {
    return this.holds(at, 4) ? this.view.getUint32(at, true) : 0
  }

  /** The bytes from `at` on, as far as there are any. */
  slice(at: number, length: number): Uint8Array {
    return this.bytes.subarray(Math.min(at, this.length), Math.min(at + length, this.length))
  }

  private holds(at: number, size: number): boolean {
    return at >= 0 && at + size <= this.length
  }
}
