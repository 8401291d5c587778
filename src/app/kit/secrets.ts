/** Passwords, tokens and hashes; wired from the adapter, so that use cases name no library. */
export interface Secrets {
  /** scrypt with its parameters and salt inside the text. */
  hashPassword(password: string): Promise<string>
  verifyPassword(hash: string, password: string): Promise<boolean>
  /** A random token for sessions and one-time links, URL-safe, 256 bits. */
  newToken(): string
  /** A random code of eight digits, to be said on the telephone; only for what ends after a few wrong ones. */
  newCode(): string
}
