import { existsSync } from 'node:fs'
import { utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '@/db/ids'
import { countRows, findRows } from '@/db/rows'
import { sweepDrafts } from '@/jobs/sweepDrafts.handler'
import { setClock } from '@/lib/clock'
import { storeBytes } from '@/services/photos/store'
import { removeStrays } from '@/services/photos/strays'
import { SLUG } from '@/slugs'
import { openPortal, type TestPortal } from '../helpers/portal'
import { samplePhoto, upload, upToCheck, visitor } from '../helpers/siteReport'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => {
  setClock()
  await portal.close()
})

const placeOf = (file: string): string => path.join(portal.dir, 'attachments', file)

/** A file without a row, as old as said (hours). */
const left = async (hours: number): Promise<string> => {
  const { file } = await storeBytes(newId(), Buffer.from('cut off'))
  const at = new Date(Date.now() - hours * 3_600_000)
  await utimes(placeOf(file), at, at)
  return placeOf(file)
}

it('a photo whose process ended before its row was written goes after a day; one of a report stays', async () => {
  const { payload } = portal
  const browser = visitor(payload)
  await upToCheck(browser)
  await browser.post('photos', { do: 'next' }, [upload('p1.jpg', samplePhoto('p1'))])
  await browser.post('check', { do: 'send' })
  const kept = placeOf(String((await findRows({ payload }, SLUG.attachments))[0]?.file))
  const [old, young] = [await left(25), await left(23)]
  const half = `${kept}.part`
  await writeFile(half, 'half')
  for (const file of [kept, half]) await utimes(file, 0, 0)
  expect(await removeStrays(payload)).toBe(2)
  expect([kept, old, young, half].map((file) => existsSync(file))).toEqual([true, false, true, false])
  expect(await countRows({ payload }, SLUG.attachments)).toBe(1)
})

it('each turn of a day looks at a part of the folders, and all turns at all of them', async () => {
  const files = [await left(25), await left(25), await left(25), await left(25)]
  const midnight = Date.UTC(2030, 0, 1)
  setClock(() => midnight)
  for (let turn = 0; turn < 144; turn += 1) {
    setClock(() => midnight + turn * 600_000)
    await sweepDrafts(portal.payload)
  }
  expect(files.map((file) => existsSync(file))).toEqual(files.map(() => false))
})
