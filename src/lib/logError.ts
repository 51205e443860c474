import pino from 'pino'

type Told = { type: string; message: string; stack?: string; code?: string; digest?: string; cause?: Told }

const DEEPEST = 4

/** A failed statement repeats the values it was given: words, telephone numbers, codes. They end where its text ends. */
export const withoutValues = (text: string): string => text.replace(/\n?\s*params: [\s\S]*?(?=\n\s+at |$)/g, ' params: [hidden]').replace(/(https?:\/\/[^\s?"']+)\?[^\s"')]*/g, '$1?[hidden]')

const textOf = (error: object, key: string): string | undefined => {
  const value = (error as Record<string, unknown>)[key]
  return typeof value === 'string' ? value : undefined
}

const told = (error: Error, depth: number): Told => {
  const [code, digest] = [textOf(error, 'code'), textOf(error, 'digest')]
  return {
    type: error.name, message: withoutValues(error.message), ...(error.stack ? { stack: withoutValues(error.stack) } : {}),
    ...(code ? { code } : {}), ...(digest ? { digest } : {}),
    ...(error.cause instanceof Error && depth < DEEPEST ? { cause: told(error.cause, depth + 1) } : {}),
  }
}

/** An error as the log may know it: kind, message, stack, code and causes; none of what libraries hang on errors besides. */
export const logError = (error: unknown): unknown => (error instanceof Error ? told(error, 0) : pino.stdSerializers.err(error as Error))
