import writeXlsxFile from 'write-excel-file/node'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { countRows, findRow } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import type { Desk } from '@/services/desk/desk'
import { unsafeAddPerson, unsafeGrant } from '@/services/people/addPerson'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import type { ImportKind } from '@/services/structure/importColumns'
import { stageImport } from '@/services/structure/importStage'
import type { ImportView } from '@/services/structure/importView'
import { SLUG } from '@/slugs'
import { openDeskPortal, type DeskPortal } from '../../helpers/desk'

export type Line = (string | number | null)[]

export const workbook = (lines: Line[]): Promise<Buffer> => writeXlsxFile(lines).toBuffer()

/** What is wrong with a file: row, column, code. */
export const told = ({ problems }: ImportView) => problems.map(({ row, column, code }) => [row, column, code])

/** A portal whose owner takes in spreadsheets. */
export const importBench = () => {
  let portal: DeskPortal
  let desk: Desk
  beforeAll(async () => {
    portal = await openDeskPortal()
    portal.ids.planner = await withTransaction(portal.payload, async (req) => {
      const { office } = await needModel(req)
      const role = (await findRow(req, SLUG.roles, { where: { code: { equals: 'owner' } } }))!
      const { id } = await unsafeAddPerson(req, { office: office.id, username: 'planner', name: 'Planner', password: 'Street-2026-x', mustChangePassword: false })
      await unsafeGrant(req, { office: office.id, person: id, role: role.id, reason: 'test' })
      return id
    })
    forgetOfficeModel()
  })
  afterAll(() => portal.close())
  beforeEach(async () => {
    desk = await portal.deskFor('planner')
  })
  const rows = () => ({ payload: portal.payload })
  const stage = async (kind: ImportKind, bytes: Buffer): Promise<ImportView> => stageImport(desk, kind, { name: 'file.xlsx', bytes })
  return {
    get portal() { return portal },
    get desk() { return desk },
    rows, stage,
    stageLines: async (kind: ImportKind, lines: Line[]): Promise<ImportView> => stage(kind, await workbook(lines)),
    count: (slug: 'risk-categories' | 'grid-units') => countRows(rows(), slug),
  }
}
