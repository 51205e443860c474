import { newId } from '@/db/ids'
import { findRow } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import type { StructurePackage } from '@/domain/package/schema'
import { needModel } from '@/services/structure/cache'
import { compare } from '@/services/structure/package/plan'
import { exportOf } from '@/services/structure/package/read'
import { readSource } from '@/services/structure/package/source'
import { writePlan } from '@/services/structure/package/write'
import { SLUG } from '@/slugs'
import type { Bench } from './open'

export type ImportResult = { name: string; rows: number; compareMs: number; transactionMs: number }

const leafOf = (pkg: StructurePackage): StructurePackage['levels'][number] => [...pkg.levels].sort((one, other) => other.order - one.order)[0] as StructurePackage['levels'][number]

/** The office with 500 categories and 2,000 units more. */
const grown = (pkg: StructurePackage): StructurePackage => {
  const level = leafOf(pkg)
  const parents = pkg.units.filter((unit) => pkg.levels.find(({ code }) => code === unit.level)?.order === level.order - 1)
  const units = Array.from({ length: 2000 }, (_, at) => ({ code: `bench-${at}`, name: { zh: `第 ${at} 格`, en: `Unit ${at}` }, level: level.code, parent: parents[at % parents.length]?.code, kind: 'door' as const }))
  const categories = Array.from({ length: 500 }, (_, at) => ({
    code: `bench-${at}`, name: { zh: `第 ${at} 类`, en: `Category ${at}` }, ...(at >= 10 ? { parent: `bench-${at % 10}` } : {}), severity: 2, keywords: [`词${at}`], publicity: 'reporter' as const, help: { zh: '说明' },
  }))
  return { ...pkg, units: [...pkg.units, ...units], categories: [...pkg.categories, ...categories] }
}

const renamed = (pkg: StructurePackage): StructurePackage => ({
  ...pkg, units: pkg.units.map((unit) => ({ ...unit, name: { zh: `${unit.name.zh}改` } })), categories: pkg.categories.map((category) => ({ ...category, severity: 3 })),
})

/** Imports 500 categories and 2,000 units, changes every one of them, and takes all away again: how long the writer is held each time. */
export const benchImport = async ({ payload }: Bench): Promise<ImportResult[]> => {
  const office = (await needModel(payload)).office.id
  const before = exportOf(await readSource({ payload }, office))
  const after = grown(before)
  const steps: [string, StructurePackage][] = [['add', after], ['change', renamed(after)], ['remove', before]]
  const results: ImportResult[] = []
  for (const [name, file] of steps) {
    const started = performance.now()
    const { plan, problems } = await compare({ req: { payload }, office, file, choice: { remove: true } })
    if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 3)))
    const compared = performance.now()
    let inside = 0
    await withTransaction(payload, async (req) => {
      inside = performance.now()
      await findRow(req, SLUG.offices, { where: { id: { equals: office } } })
      await writePlan(req, { office, label: `bench ${newId()}`, plan })
    })
    results.push({ name, rows: plan.writes.length, compareMs: compared - started, transactionMs: performance.now() - inside })
  }
  return results
}
