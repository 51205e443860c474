import type { Payload, PayloadRequest } from 'payload'
import { logger } from '@/lib/logger'
import { loadOfficeModel, type OfficeModel } from './load'

type Held = { at: number; model: Promise<OfficeModel | null> }

const KEY = Symbol.for('portal.officeModels')
type Holder = { [KEY]?: Map<string, Held> }

/** On `globalThis`: Next bundles pages and route handlers apart, and both must forget together. */
const held = (): Map<string, Held> => {
  const holder = globalThis as Holder
  holder[KEY] ??= new Map()
  return holder[KEY]
}

/** Other processes (MongoDB) change structure too: nobody works on a model older than this, in milliseconds. */
const MAX_AGE = 15_000

export const forgetOfficeModel = (): void => {
  held().clear()
}

const fresh = (entry: Held | undefined, engineShared: boolean): entry is Held =>
  entry !== undefined && (!engineShared || performance.now() - entry.at < MAX_AGE)

/** All structure of an office, read once and kept until it changes. Null while there is no office yet. */
export const officeModel = (payload: Payload, office?: string): Promise<OfficeModel | null> => {
  const key = office ?? ''
  const entry = held().get(key)
  if (fresh(entry, payload.db.name !== 'sqlite')) return entry.model
  const model = loadOfficeModel(payload, office).catch((error: unknown) => {
    held().delete(key)
    logger.error({ err: error }, 'structure could not be read')
    throw error
  })
  held().set(key, { at: performance.now(), model })
  return model
}

/** The model, or an error when there is none: for use cases that cannot work without an office. */
export const needModel = async (source: Payload | PayloadRequest, office?: string): Promise<OfficeModel> => {
  const payload = 'payload' in source ? source.payload : source
  const model = await officeModel(payload, office)
  if (!model) throw new Error('the portal has no office yet: apply a preset or a package first')
  return model
}
