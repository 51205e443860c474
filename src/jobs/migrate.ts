import type { Payload, Where } from 'payload'
import { findRows } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { idOf } from '@/lib/idOf'
import { logger } from '@/lib/logger'
import type { Task } from '@/payload-types'
import { loadOfficeModel, type OfficeModel } from '@/services/structure/load'
import { migrateMatter, type Migration } from '@/services/structure/migrateMatter'
import { SLUG } from '@/slugs'
import type { TaskWork } from './taskWork'

const CHUNK = 25
const TRIES = 3

type One = { payload: Payload; model: OfficeModel; matter: string; migration: Migration }

const again = async (one: One): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await migrateMatter(one)
      return
    } catch (error) {
      // A person wrote to the matter in this moment; it is read again.
      if (!(error instanceof DomainError && error.code === 'conflict') || attempt >= TRIES) throw error
    }
  }
}

/** One after the other. A matter that cannot be carried goes on under its own version and keeps no other from it. */
const migrateAll = async (matters: readonly { id: string }[], shared: Omit<One, 'matter'>): Promise<string | undefined> => {
  let fault: string | undefined
  for (const { id } of matters) {
    try {
      await again({ ...shared, matter: id })
    } catch (error) {
      logger.error({ err: error, matter: id }, 'a matter could not be brought to the new version of its workflow')
      fault = error instanceof Error ? error.message : 'failed'
    }
  }
  return fault
}

const migrationOf = ({ id, input }: Task): Migration => ({ task: id, ...(input as Omit<Migration, 'task'>) })

/** Brings open matters of older versions to another version of their workflow, a stretch at a time. */
export const migrate: TaskWork = async ({ payload, task }) => {
  const office = idOf(task.office) ?? ''
  const model = await loadOfficeModel(payload, office)
  if (!model) return { done: task.done, finished: true }
  const migration = migrationOf(task)
  const where: Where[] = [{ office: { equals: office } }, { open: { equals: true } }, { workflowVersion: { in: [...migration.from] } }, ...(task.cursor ? [{ id: { greater_than: task.cursor } }] : [])]
  const matters = await findRows({ payload }, SLUG.matters, { where: { and: where }, sort: 'id', limit: CHUNK, select: { office: true } })
  const fault = await migrateAll(matters, { payload, model, migration })
  const done = task.done + matters.length
  return { done, total: Math.max(task.total ?? 0, done), cursor: matters.at(-1)?.id, fault, finished: matters.length < CHUNK }
}
