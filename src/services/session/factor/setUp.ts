import type { Payload, PayloadRequest } from 'payload'
import { create as makeQr } from 'qrcode'
import { insertRow, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { say } from '@/domain/words'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import { seal, unseal } from '@/services/desk/seal'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { authenticatorUri, newSecret, stepOf } from './codes'
import { newRecoveryCodes, recoveryDigest, sealFactor } from './keeping'
import { readFactor } from './read'

/** Whose second factor, in which session of theirs. */
export type Holder = { payload: Payload; person: { id: string; office: string; name: string; username: string }; sid: string; headers: Headers }

/** `box`: the secret, sealed for this person and session; nothing is kept until a code has shown that the telephone has it. */
export type Offer = { box: string; secret: string; qr: { size: number; dark: boolean[] } }

type Boxed = { secret: string; person: string; sid: string; until: number }

const PURPOSE = 'second-factor:set-up'
const WAIT = 20 * 60_000

const boxFor = ({ person, sid }: Holder, secret: string): string => seal(PURPOSE, { secret, person: person.id, sid, until: now() + WAIT } satisfies Boxed)

const openBox = ({ person, sid }: Holder, box: string): string => {
  const boxed = unseal<Boxed>(PURPOSE, box)
  if (!boxed || boxed.person !== person.id || boxed.sid !== sid || boxed.until < now()) throw new DomainError('expired')
  return boxed.secret
}

const present = async (holder: Holder, secret: string): Promise<Offer> => {
  const { payload, person } = holder
  const { office } = await needModel(payload, person.office)
  const uri = authenticatorUri({ secret, issuer: say(office.shortName ?? office.name, 'zh') || say(office.name, 'zh'), label: person.username })
  const { modules } = makeQr(uri, { errorCorrectionLevel: 'M' })
  return { box: boxFor(holder, secret), secret, qr: { size: modules.size, dark: [...modules.data].map(Boolean) } }
}

/** Offers a secret made here, as a picture to be read by an authenticator and as text to be typed. A box shown before is shown again. */
export const offerFactor = async (holder: Holder, box?: string): Promise<Offer> => present(holder, box ? openBox(holder, box) : newSecret())

const keepFactor = async (req: PayloadRequest, { person }: Holder, kept: { secret: string; step: number; codes: string[] }): Promise<void> => {
  const { cipher, keyId } = sealFactor(person.id, kept.secret)
  const before = await readFactor(req, person.id)
  const data = {
    cipher, keyId, lastStep: kept.step, recovery: kept.codes.map((code) => recoveryDigest({ person: person.id, keyId, code })), revision: (before?.revision ?? 0) + 1,
    failed: 0, lockedUntil: null, confirmedAt: new Date(now()).toISOString(),
  }
  if (before) await updateRowIf(req, SLUG.factors, { id: { equals: before.id } }, data)
  else await insertRow(req, SLUG.factors, { office: person.office, person: person.id, ...data })
}

/** Marks a session as one in which the second factor was given, and everything proved, now. */
export const markPassed = async (req: PayloadRequest, sid: string): Promise<void> => {
  const at = new Date(now()).toISOString()
  await updateRowIf(req, SLUG.sessions, { sid: { equals: sid } }, { passedAt: at, provenAt: at })
}

export const auditOf = ({ person, headers }: Pick<Holder, 'person' | 'headers'>, action: string) => ({
  office: person.office, action, actor: { kind: 'staff' as const, id: person.id, name: person.name }, targetKind: SLUG.users, target: person.id, address: headers.get('x-portal-ip') ?? undefined,
})

/**
 * Sets up the offered second factor once a code shows that the authenticator has it. Returns the recovery codes, to be shown once. Other
 * sessions of the person must give a code from now on. Errors: `expired`, `invalid` naming `code`.
 */
export const confirmFactor = async (holder: Holder, { box, code }: { box: string; code: string }): Promise<string[]> => {
  const secret = openBox(holder, box)
  const step = stepOf(secret, code)
  if (step === undefined) throw new DomainError('invalid', {}, [{ field: 'code', code: 'wrong' }])
  const codes = newRecoveryCodes()
  await withTransaction(holder.payload, async (req) => {
    await keepFactor(req, holder, { secret, step, codes })
    await markPassed(req, holder.sid)
    await appendAudit(req, auditOf(holder, 'session.factorSet'))
  })
  return codes
}

/** A new set of recovery codes; those of before work no more. Errors: `notFound` without a second factor. */
export const renewRecovery = async (holder: Holder): Promise<string[]> => {
  const codes = newRecoveryCodes()
  await withTransaction(holder.payload, async (req) => {
    const factor = await readFactor(req, holder.person.id)
    if (!factor?.confirmedAt || !factor.keyId) throw new DomainError('notFound')
    const { keyId } = factor
    const recovery = codes.map((code) => recoveryDigest({ person: holder.person.id, keyId, code }))
    await updateRowIf(req, SLUG.factors, { id: { equals: factor.id } }, { recovery, revision: (factor.revision ?? 0) + 1 })
    await appendAudit(req, auditOf(holder, 'session.recoveryRenewed'))
  })
  return codes
}
