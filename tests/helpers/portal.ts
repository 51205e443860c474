import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload } from 'payload'
import { inject } from 'vitest'
import { resetEnv } from '@/lib/env'
import { onMongo, type TestPortal } from './engine'

export type { TestPortal }

/**
 * A portal on a copy of the template database (migrations and preset applied). One per test file: Payload's configuration
 * is made once per process, and vitest gives each file fresh modules.
 */
export const openPortal = async (): Promise<TestPortal> => {
  if (onMongo()) return (await import('./mongo')).openMongoPortal()
  const dir = await mkdtemp(path.join(tmpdir(), 'portal-test-'))
  await cp(inject('template'), dir, { recursive: true })
  process.env.DATA_DIR = dir
  delete process.env.DATABASE_URI
  resetEnv()
  const { default: config } = await import('@/payload.config')
  const payload = await getPayload({ config })
  return {
    payload,
    dir,
    close: async () => {
      await payload.destroy()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
