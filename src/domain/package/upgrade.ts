export const PACKAGE_VERSION = 3

type Json = Record<string, unknown>

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What each older version lacks, made from what it says. */
const STEPS: Record<number, (pkg: Json) => Json> = {
  // Registers and routines came with the second version.
  1: (pkg) => ({ ...pkg, schemaVersion: 2, registers: pkg.registers ?? [], routines: pkg.routines ?? [] }),
  // Guides, the groups they stand in and the counters they are done at came with the third.
  2: (pkg) => ({ ...pkg, schemaVersion: 3, lifeEvents: pkg.lifeEvents ?? [], serviceCounters: pkg.serviceCounters ?? [], serviceItems: pkg.serviceItems ?? [] }),
}

export type Upgraded = { json: unknown; /** The version the file was written in, where it is an older one. */ from?: number }

/** Brings a package of an older version to the present one. Anything that is none, or of a version nobody knows, is left as it is. */
export const upgradePackage = (json: unknown): Upgraded => {
  if (!isRecord(json) || typeof json.schemaVersion !== 'number' || !STEPS[json.schemaVersion]) return { json }
  const from = json.schemaVersion
  let at: Json = json
  for (let step = STEPS[from]; step; step = STEPS[Number(at.schemaVersion)]) at = step(at)
  return { json: at, from }
}
