import { afterAll, beforeAll, expect, it } from 'vitest'
import { findRow } from '@/db/rows'
import { SLUG } from '@/slugs'
import { rest, rolePeople, type RolePerson } from '../helpers/doors'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let owner: RolePerson | undefined
let unit = ''
let drawn: unknown

beforeAll(async () => {
  portal = await openPortal()
  owner = (await rolePeople(portal.payload)).find(({ permissions }) => permissions.includes('structure.edit'))
  const row = await findRow({ payload: portal.payload }, SLUG.units, { where: { code: { equals: 'jw-01' } } })
  unit = row?.id ?? ''
  drawn = row?.boundary
})
afterAll(() => portal.close())

const save = (boundary: unknown) => rest({ config: portal.payload.config, method: 'PATCH', path: `/grid-units/${unit}`, token: owner?.token, body: { boundary } })
const polygon = (...ring: number[][]) => ({ type: 'Polygon', coordinates: [ring] })

it.each<{ why: string; boundary: unknown; says: string }>([
  { why: 'a point', boundary: { type: 'Point', coordinates: [116.4, 39.9] }, says: 'Polygon 或 MultiPolygon' },
  { why: 'words', boundary: 'the old wall', says: 'Polygon 或 MultiPolygon' },
  { why: 'an open ring', boundary: polygon([116, 39], [117, 39], [117, 40], [116, 40]), says: '没有闭合' },
  { why: 'a line that crosses itself', boundary: polygon([116, 39], [117, 40], [117, 39], [116, 40], [116, 39]), says: '交叉' },
  { why: 'latitude before longitude', boundary: polygon([39, 116], [39, 117], [40, 117], [39, 116]), says: '先写经度' },
])('a boundary is not $why', async ({ boundary, says }) => {
  const { status, text } = await save(boundary)
  expect(status, text).toBe(400)
  expect(text).toContain('"path":"boundary"')
  expect(text).toContain(says)
  expect((await findRow({ payload: portal.payload }, SLUG.units, { where: { id: { equals: unit } } }))?.boundary).toEqual(drawn)
})

it('a sound boundary is kept, and taken away again', async () => {
  const boundary = polygon([116, 39], [117, 39], [117, 40], [116, 40], [116, 39])
  expect((await save(boundary)).status).toBe(200)
  expect((await findRow({ payload: portal.payload }, SLUG.units, { where: { id: { equals: unit } } }))?.boundary).toEqual(boundary)
  expect((await save(null)).status).toBe(200)
})
