import { z } from 'zod'
import { structurePackage } from './schema'
import { PACKAGE_VERSION } from './upgrade'

/** Where the published schema lies below `public/`. */
export const SCHEMA_FILE = `schemas/structure-package-${PACKAGE_VERSION}.json`

/** The shape of a structure package as JSON Schema, for programs that write or check one. What rows may point at is beyond a schema: `checkPackage`. */
export const packageSchema = (): string => {
  const { $schema, ...schema } = z.toJSONSchema(structurePackage, { target: 'draft-2020-12', io: 'input', reused: 'ref' })
  return `${JSON.stringify({ $schema, $id: `/${SCHEMA_FILE}`, title: 'Structure package', ...schema }, null, 2)}\n`
}
