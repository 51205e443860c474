import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** As Payload keeps passwords: PBKDF2 with SHA-256; the prefix says with how many rounds. */
const PREFIX = 'pbkdf2-sha256-v1:'
const CURRENT = { rounds: 600_000, bytes: 32 }
const FORMER = { rounds: 25_000, bytes: 512 }

export type KeptPassword = { salt: string; hash: string }

const derive = promisify(pbkdf2)

/** What an unknown person's password is measured against: the same work, and never a match. */
const NOBODY: KeptPassword = { salt: '00'.repeat(32), hash: `${PREFIX}${'00'.repeat(32)}` }

/** Whether a password is the one that was kept. Without one to compare, the same work is done and the answer is no. */
export const matchesPassword = async (kept: KeptPassword | undefined, password: string): Promise<boolean> => {
  const { salt, hash } = kept ?? NOBODY
  const isCurrent = hash.startsWith(PREFIX)
  const { rounds, bytes } = isCurrent ? CURRENT : FORMER
  const wanted = Buffer.from(isCurrent ? hash.slice(PREFIX.length) : hash, 'hex')
  const made = await derive(password, salt, rounds, bytes, 'sha256')
  return kept !== undefined && made.length === wanted.length && timingSafeEqual(made, wanted)
}

/** A kept password out of a row, where there is one. */
export const keptPassword = (row: { salt?: unknown; hash?: unknown } | null | undefined): KeptPassword | undefined =>
  typeof row?.salt === 'string' && typeof row.hash === 'string' ? { salt: row.salt, hash: row.hash } : undefined
