import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { moveTo } from './files'

// memory is another disk to Linux; where there is none, both are the same one
const ELSEWHERE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

it.each([['the same disk', tmpdir()], ['another disk', ELSEWHERE]])('a folder is moved whole to %s', async (_where, place) => {
  const [here, there] = [await mkdtemp(path.join(tmpdir(), 'move-')), await mkdtemp(path.join(place, 'move-'))]
  await mkdir(path.join(here, 'a', 'b'), { recursive: true })
  await writeFile(path.join(here, 'a', 'b', 'c'), 'kept')
  await moveTo(path.join(here, 'a'), path.join(there, 'a'))
  expect(await readFile(path.join(there, 'a', 'b', 'c'), 'utf8')).toBe('kept')
  expect([await readdir(here), await readdir(there)]).toEqual([[], ['a']])
  await expect(moveTo(path.join(here, 'gone'), path.join(there, 'gone'))).rejects.toMatchObject({ code: 'ENOENT' })
  for (const dir of [here, there]) await rm(dir, { recursive: true })
})
