import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { matchesPassword } from './passwordHash'

const work = vi.hoisted(() => [] as { rounds: unknown; bytes: unknown }[])

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  const pbkdf2 = (...args: unknown[]): void => {
    work.push({ rounds: args[2], bytes: args[3] })
    Reflect.apply(crypto.pbkdf2, crypto, args)
  }
  return { ...crypto, pbkdf2 }
})

const salt = randomBytes(32).toString('hex')
const kept = { salt, hash: `pbkdf2-sha256-v1:${pbkdf2Sync('Quiet-River-42', salt, 600_000, 32, 'sha256').toString('hex')}` }
beforeEach(() => void work.splice(0))

describe('matchesPassword', () => {
  it('knows the right one, of Payload’s present and former ways', async () => {
    const former = { salt, hash: pbkdf2Sync('Quiet-River-42', salt, 25_000, 512, 'sha256').toString('hex') }
    expect([await matchesPassword(kept, 'Quiet-River-42'), await matchesPassword(kept, 'Quiet-River-43'), await matchesPassword(former, 'Quiet-River-42')]).toEqual([true, false, true])
  })

  it('does the same work where there is nothing to compare with, and says no', async () => {
    expect(await matchesPassword(undefined, 'Quiet-River-42')).toBe(false)
    const [unknown] = work.splice(0)
    await matchesPassword(kept, 'Quiet-River-43')
    expect(unknown).toEqual(work[0])
    expect(unknown).toEqual({ rounds: 600_000, bytes: 32 })
  })

  it('never matches a digest that cannot be read', async () => expect(await matchesPassword({ salt, hash: 'pbkdf2-sha256-v1:' }, '')).toBe(false))
})
