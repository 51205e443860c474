import { createHash } from 'node:crypto'
import { newId } from '@/db/ids'
import { canonical } from '@/domain/canonical'
import type { DefinitionKind } from '@/domain/package/definitions'
import type { StructurePackage } from '@/domain/package/schema'
import type { Words } from '@/domain/words'
import { SLUG, type Slug } from '@/slugs'
import { idFor, put, type Applying } from './context'

type Definition = { code: string; name: Words }

const putDefinition = async (applying: Applying, slug: Slug, kind: DefinitionKind, definition: Definition): Promise<void> => {
  const version = newId()
  await put(applying, SLUG.definitions, {
    kind, label: `${definition.name.zh} v1`, number: 1, definition, digest: createHash('sha256').update(canonical(definition)).digest('hex'), publishedAt: applying.at,
    ...{ code: definition.code },
  }, version)
  await put(applying, slug, { code: definition.code, name: definition.name, definition, current: version, currentNumber: 1, publishedAt: applying.at })
}

/** Forms, workflows, limits, routing and registers, each published as version 1; routines, and the matter types. */
export const putDefinitions = async (applying: Applying, pack: StructurePackage): Promise<void> => {
  for (const form of pack.forms) await putDefinition(applying, SLUG.forms, 'form', form)
  for (const workflow of pack.workflows) await putDefinition(applying, SLUG.workflows, 'workflow', workflow)
  await putDefinition(applying, SLUG.limits, 'limits', pack.limits)
  await putDefinition(applying, SLUG.routing, 'routing', pack.routing)
  for (const register of pack.registers) await putDefinition(applying, SLUG.registers, 'register', register)
  for (const routine of pack.routines) await put(applying, SLUG.routines, { code: routine.code, name: routine.name, definition: routine, active: routine.on })
  for (const { form, workflow, ...type } of pack.matterTypes) {
    await put(applying, SLUG.types, { ...type, form: idFor(applying, SLUG.forms, form), workflow: idFor(applying, SLUG.workflows, workflow), active: true })
  }
}
