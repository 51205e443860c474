import { danglingReferences, duplicates } from './crossChecks'
import { engineProblems } from './engineChecks'
import type { Problem } from './problem'
import { roleProblems, sizeProblems } from './roleChecks'
import { structurePackage, type StructurePackage } from './schema'
import { shapeProblems } from './shape'
import { levelProblems, treeProblems } from './treeChecks'

export type PackageCheck = { ok: true; package: StructurePackage } | { ok: false; problems: Problem[] }

const CHECKS: readonly ((pkg: StructurePackage) => Problem[])[] = [
  duplicates, danglingReferences, treeProblems, levelProblems, roleProblems, sizeProblems, engineProblems,
]

/**
 * Reads a structure package: its shape first, then whether everything in it points at something that is there.
 * Never throws on bad input; every problem carries a JSON pointer into the file.
 */
export const checkPackage = (json: unknown): PackageCheck => {
  const parsed = structurePackage.safeParse(json)
  if (!parsed.success) return { ok: false, problems: shapeProblems(json, parsed.error.issues) }
  const problems = CHECKS.flatMap((check) => check(parsed.data))
  return problems.length ? { ok: false, problems } : { ok: true, package: parsed.data }
}
