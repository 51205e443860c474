import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload, PayloadRequest } from 'payload'
import { findRow, findRows, insertRow, isNotUnique } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { localDate } from '@/domain/clocks'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { appendAudit } from './append'
import { keepOwnKey } from './keptKeys'
import { anchorKeyText, anchorLine, readAnchor } from './statement'

const write = async (req: PayloadRequest, office: string, day: string): Promise<void> => {
  const head = await findRow(req, SLUG.auditHeads, { where: { office: { equals: office } } })
  if (!head || head.seq === 0) return
  const at = new Date(now()).toISOString()
  const line = anchorLine({ office, seq: head.seq, hash: head.hash, at })
  await insertRow(req, SLUG.auditAnchors, { office, day, seq: head.seq, hash: head.hash, at, key: readAnchor(line)?.key ?? '', line })
  await appendAudit(req, { office, action: 'audit.anchor', actor: { kind: 'system', id: 'anchor' }, targetKind: SLUG.auditAnchors, target: day, detail: { day, seq: head.seq } })
}

/** Signs once a day of the office's calendar where its audit chain stands. Returns whether it did so now. */
export const anchorToday = async (payload: Payload, office: string): Promise<boolean> => {
  const { calendar } = await needModel(payload, office)
  const day = localDate(now(), calendar)
  if (await findRow({ payload }, SLUG.auditAnchors, { where: { and: [{ office: { equals: office } }, { day: { equals: day } }] }, select: { day: true } })) return false
  keepOwnKey()
  try {
    await withTransaction(payload, (req) => write(req, office, day))
    return true
  } catch (error) {
    // Another process of this portal was first.
    if (isNotUnique(error)) return false
    throw error
  }
}

/** The anchors of an office as lines, oldest first. */
export const anchorLines = async (req: Pick<PayloadRequest, 'payload'>, office: string): Promise<string[]> =>
  (await findRows(req, SLUG.auditAnchors, { where: { office: { equals: office } }, sort: 'seq', select: { line: true } })).map(({ line }) => line)

const textOf = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

const append = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'a', 0o640)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Adds to ANCHOR_DIR/<office code>.anchors what it lacks; nothing there is ever changed. The public key lies beside it. Returns how many lines
 * were added. Errors: those of the file system, and the lines are tried again at the next turn.
 */
export const exportAnchors = async (payload: Payload, office: { id: string; code: string }): Promise<number> => {
  const folder = env().ANCHOR_DIR
  if (!folder) return 0
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, `${office.code}.anchors`)
  const there = new Set((await textOf(file)).split('\n'))
  const missing = (await anchorLines({ payload }, office.id)).filter((line) => !there.has(line))
  if (missing.length > 0) await append(file, missing.map((line) => `${line}\n`).join(''))
  const keyFile = path.join(folder, 'anchor-key.pem')
  const keys = await textOf(keyFile)
  if (!keys.includes(anchorKeyText())) await append(keyFile, anchorKeyText())
  return missing.length
}
