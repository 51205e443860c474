import { createHash } from 'node:crypto'
import { createLocalReq, getPayload } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { serialise } from '@/domain/package/serialise'
import type { StructurePackage } from '@/domain/package/schema'
import config from '@/payload.config'
import { deskOf, type Desk } from '@/services/desk/desk'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { applyImport as applySheet } from '@/services/structure/importApply'
import { importView as sheetView, stageImport } from '@/services/structure/importStage'
import { applyImport, importRow, settled, startImport } from '@/services/structure/package/imports'
import { exportOf } from '@/services/structure/package/read'
import { readSource } from '@/services/structure/package/source'
import { SLUG } from '@/slugs'
import { addPerson } from './people'

/** A process that works on an import of its database, says how it found things, and ends itself as the kernel ends one at the moment it is told. */
const [kind = 'package', moment = 'never'] = process.argv.slice(2)

const MANY = 400
const payload = await getPayload({ config })

const deskNow = async (): Promise<Desk> => {
  const known = await findRow({ payload }, SLUG.users, { where: { username: { equals: 'k-owner' } } })
  const id = known?.id ?? (await addPerson(payload, { username: 'k-owner', roles: [{ role: 'owner' }, { role: 'publisher' }, { role: 'reviewer' }] })).id
  const user = await payload.findByID({ collection: SLUG.users, id, depth: 0, overrideAccess: true })
  const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, payload)
  return deskOf({ req, person: { id, office: String(user.office), name: user.name, username: String(user.username) }, lang: 'zh' })
}

const packageNow = async (): Promise<StructurePackage> => exportOf(await readSource({ payload }, (await needModel(payload)).office.id))
const bigger = (pack: StructurePackage): StructurePackage => ({ ...pack, tags: [...pack.tags, ...Array.from({ length: MANY }, (_, at) => ({ code: `k-${at}`, name: { zh: `标签${at}` } }))] })

const stage = async (desk: Desk): Promise<string> => {
  if (kind === 'units') {
    const sheet = ['名称,层级', ...Array.from({ length: MANY }, (_, at) => `新社区${at},2`)].join('\n')
    return (await stageImport(desk, 'units', { name: 'units.csv', bytes: Buffer.from(sheet) })).id
  }
  const { id, work } = await startImport(desk, { name: 'file.json', text: serialise(bigger(await packageNow())) })
  await work
  return id
}

/** Batches whose head counts other changes than there are. */
const torn = async (): Promise<string[]> => {
  const changes = await findRows({ payload }, SLUG.changes)
  const members = (batch: string) => changes.filter((change) => change.batch === batch && change.id !== batch && change.table !== SLUG.definitions).length
  const heads = changes.filter(({ id, batch }) => batch === id)
  const headless = changes.filter(({ batch }) => batch && !heads.some(({ id }) => id === batch)).map(({ id }) => id)
  return [...heads.filter(({ id, count }) => count !== members(id)).map(({ id }) => id), ...headless]
}

const tell = async (id: string, desk: Desk): Promise<void> => {
  forgetOfficeModel()
  const pack = await packageNow()
  const seen = kind === 'units' ? await sheetView(desk, id) : await settled(desk, await importRow(desk, id))
  const text = serialise(pack)
  const told = { state: seen.state, digest: createHash('sha256').update(text).digest('hex'), tags: pack.tags.length, units: pack.units.length, torn: await torn(), changes: (await findRows({ payload }, SLUG.changes)).length }
  process.stdout.write(`${JSON.stringify(told)}\n`)
}

const end = (): void => { process.kill(process.pid, 'SIGKILL') }

/** What the page watches is written as the work goes on, and let go once it is committed. */
class Watched extends Map<string, { done: number; total: number; stage?: string }> {
  override set(id: string, progress: { done: number; total: number; stage?: string }): this {
    if (moment === 'halfway' && progress.total > 0 && progress.done * 2 >= progress.total) end()
    return super.set(id, progress)
  }
  override delete(id: string): boolean {
    if (moment === 'committed') end()
    return super.delete(id)
  }
}

const lieInWait = (): void => {
  Object.assign(globalThis, { [Symbol.for(kind === 'units' ? 'portal.tableImportProgress' : 'portal.importProgress')]: new Watched() })
  const update = payload.db.updateOne
  payload.db.updateOne = ((args: { collection: string }) => {
    if (moment === 'late' && args.collection === SLUG.auditHeads) end()
    return update.call(payload.db, args as never)
  }) as never
}

const desk = await deskNow()
const known = await findRow({ payload }, SLUG.imports, { sort: '-id' })
const id = known?.id ?? (await stage(desk))
await tell(id, desk)
if (moment !== 'never') {
  lieInWait()
  if (kind === 'units') await applySheet(await deskNow(), id, '接着做')
  else await (await applyImport(await deskNow(), id, '接着做')).work
}
process.exit(0)
