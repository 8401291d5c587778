/** The part of a structured logger that the HTTP layer uses (pino in main). */
export interface Logger {
  info(data: object, message: string): void
  error(data: object, message: string): void
}
