import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openContext } from '../helpers/browser'
import { type Portal, startPortal } from '../helpers/server'
import { report, track, type Receipt } from './lib/reporter'

const ROOT = path.resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

describe('after the loss of a machine', () => {
  let browser: Browser
  let lost: Portal
  let work: string
  let again: Portal | undefined
  let before: Receipt
  const key = randomBytes(32).toString('hex')

  /** One of the commands of docs/operations.md, on the data of a folder. */
  const command = async (name: 'backup' | 'backup:verify' | 'restore', dataDir: string, ...args: string[]): Promise<string> =>
    (await run('npm', ['run', '--silent', name, '--', ...args], { cwd: ROOT, env: { ...process.env, DATA_DIR: dataDir, DATABASE_URI: '', BACKUP_KEY: key } })).stdout

  beforeAll(async () => {
    work = await mkdtemp(path.join(tmpdir(), 'portal-drill-'))
    lost = await startPortal()
    browser = await launchBrowser()
    const { page, close } = await openContext(browser, { baseURL: lost.url })
    before = await report(page, '6号楼门口的路灯坏了，晚上很黑')
    await close()
  })
  afterAll(async () => {
    await browser?.close()
    await lost?.stop()
    await again?.stop()
    await rm(work, { recursive: true, force: true })
  })

  it('a backup made while it ran, and the keys kept apart, are all it takes: residents follow their reports with the codes they have', async () => {
    expect(await command('backup', lost.dataDir, '--into', path.join(work, 'backups'))).toMatch(/1 matters?, 1 photos/)
    const [folder = ''] = [...(await command('backup', lost.dataDir, '--into', path.join(work, 'backups'), '--keep', '1')).matchAll(/✓ (\S+):/g)].map(([, place]) => place ?? '')
    await cp(path.join(lost.dataDir, 'keys'), path.join(work, 'keys'), { recursive: true })
    await lost.stop('SIGKILL')
    const dataDir = path.join(work, 'data')
    expect(await command('backup:verify', dataDir, folder)).toContain('their chain whole')
    expect(await command('restore', dataDir, folder)).toContain(`${dataDir} stands as of`)
    await cp(path.join(work, 'keys'), path.join(dataDir, 'keys'), { recursive: true })
    again = await startPortal({ dataDir })
    const { page, close } = await openContext(browser, { baseURL: again.url })
    await track(page, before)
    await page.getByText('6号楼门口的路灯坏了，晚上很黑').first().waitFor()
    const photo = await page.locator('img[src*="/photo/"]').first().getAttribute('src')
    expect((await page.context().request.get(photo ?? '')).headers()['content-type']).toMatch(/^image\//)
    await close()
  })

  it('says in a line what is wrong, and ends with a fault', async () => {
    await expect(command('restore', path.join(work, 'data'), path.join(work, 'nothing'))).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('✗ there is a portal') })
    await expect(command('backup', path.join(work, 'data'), '--keep', 'some')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('--keep must be a whole number') })
    await expect(command('backup:verify', path.join(work, 'data'))).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Which backup?') })
  })
})
