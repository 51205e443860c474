import type { Payload, PayloadRequest } from 'payload'
import { portalOf } from '@/db/portal'
import { logger } from '@/lib/logger'
import { forgetPages } from '@/services/site/pages/forget'
import { loadOfficeModel, type OfficeModel } from './load'

type Held = { at: number; model: Promise<OfficeModel | null> }

const KEY = Symbol.for('portal.officeModels')
type State = { models: Map<string, Held>; /** The mark of all processes as it was last read, and when. */ mark?: number; askedAt: number; asking?: Promise<void>; tell?: () => Promise<void> }
type Holder = { [KEY]?: State }

/** On `globalThis`: Next bundles pages and route handlers apart, and both must forget together. */
const state = (): State => {
  const holder = globalThis as Holder
  return (holder[KEY] ??= { models: new Map(), askedAt: -Infinity })
}

/** Other processes (MongoDB) change structure too: how long nobody asks whether they did, and what nobody works on a model older than, whatever they said; in milliseconds. */
const ASK_AFTER = 1_000
const MAX_AGE = 15_000
const MARK = 'structure'

/** The structure has changed: what is kept of it here is read anew, and other processes are told to do the same. Call it after the commit. */
export const forgetOfficeModel = (): void => {
  const { models, tell } = state()
  models.clear()
  forgetPages()
  // whoever is not told now finds out by the age of what they keep
  void tell?.().then(undefined, (error: unknown) => logger.error({ err: error }, 'other processes could not be told of a change of structure'))
}

const ask = async (payload: Payload, own: State): Promise<void> => {
  const mark = await portalOf(payload).shared.marks.read(MARK)
  if (own.mark !== undefined && mark !== own.mark) own.models.clear()
  own.mark = mark
  own.askedAt = performance.now()
}

/** Forgets what another process has changed since this one last asked. */
const heed = (payload: Payload): Promise<void> => {
  const own = state()
  own.tell = () => portalOf(payload).shared.marks.touch(MARK)
  if (performance.now() - own.askedAt < ASK_AFTER) return Promise.resolve()
  own.asking ??= ask(payload, own).finally(() => {
    own.asking = undefined
  })
  return own.asking
}

const fresh = (entry: Held | undefined, engineShared: boolean): entry is Held =>
  entry !== undefined && (!engineShared || performance.now() - entry.at < MAX_AGE)

/** All structure of an office, read once and kept until it changes. Null while there is no office yet. */
export const officeModel = async (payload: Payload, office?: string): Promise<OfficeModel | null> => {
  const isShared = portalOf(payload).engine === 'mongodb'
  if (isShared) await heed(payload)
  const { models } = state()
  const key = office ?? ''
  const entry = models.get(key)
  if (fresh(entry, isShared)) return entry.model
  const model = loadOfficeModel(payload, office).catch((error: unknown) => {
    models.delete(key)
    logger.error({ err: error }, 'structure could not be read')
    throw error
  })
  models.set(key, { at: performance.now(), model })
  return model
}

/** The model, or an error when there is none: for use cases that cannot work without an office. */
export const needModel = async (source: Payload | PayloadRequest, office?: string): Promise<OfficeModel> => {
  const payload = 'payload' in source ? source.payload : source
  const model = await officeModel(payload, office)
  if (!model) throw new Error('the portal has no office yet: apply a preset or a package first')
  return model
}
