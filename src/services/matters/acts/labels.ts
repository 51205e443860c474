import { DomainError } from '@/domain/errors'
import { updateRowIf } from '@/db/rows'
import { SLUG } from '@/slugs'
import type { OfficeModel } from '@/services/structure/load'
import { idInput, idsInput, refuse, textInput, type Act, type ActContext } from './types'

export const tagsOf = (tags: string | null | undefined): string[] => (tags ?? '').split('|').filter(Boolean)
export const joinTags = (ids: readonly string[]): string => (ids.length > 0 ? `|${ids.join('|')}|` : '')

const known = (model: OfficeModel, ids: string[]): string[] => {
  if (ids.length === 0 || !ids.every((id) => model.tags.byId.has(id))) throw refuse({ field: 'tags', code: 'notOffered' })
  return ids
}

const codes = (model: OfficeModel, ids: string[]) => ids.map((id) => model.tags.byId.get(id)?.code ?? id)

export const tag: Act = {
  permission: 'matter.tag',
  frozen: true,
  run: ({ model, matter, input }) => {
    const added = known(model, idsInput(input, 'tags'))
    return { changes: { tags: joinTags([...new Set([...tagsOf(matter.tags), ...added])]) }, event: { kind: 'act', action: 'tag', data: { tags: codes(model, added) } } }
  },
}

export const untag: Act = {
  permission: 'matter.tag',
  frozen: true,
  run: ({ model, matter, input }) => {
    const gone = idsInput(input, 'tags')
    return { changes: { tags: joinTags(tagsOf(matter.tags).filter((id) => !gone.includes(id))) }, event: { kind: 'act', action: 'untag', data: { tags: codes(model, gone) } } }
  },
}

/** Makes a matter restricted, or lifts it. Lifting needs the right to see restricted matters, which seeing it already proves. */
export const restrict: Act = {
  permission: 'matter.restrict',
  frozen: true,
  run: ({ input }) => {
    const on = input.on === true
    const text = textInput(input, 'reason', { min: 2, max: 500 })
    return { changes: { confidentiality: on ? 'restricted' : 'normal' }, event: { kind: 'act', action: on ? 'restrict' : 'unrestrict', texts: [{ role: 'reason', text, readers: 'staff' }] } }
  },
}

const VISIBILITIES = ['staff', 'reporter', 'public'] as const

const visibilityOf = (context: ActContext): (typeof VISIBILITIES)[number] => {
  const wanted = VISIBILITIES.find((value) => value === context.input.visibility)
  if (!wanted) throw refuse({ field: 'visibility', code: 'notOffered' })
  const type = context.model.types.byId.get(context.matter.type)
  // A photo is never public without a person having looked, and never where the type keeps matters to their reporter.
  if (wanted === 'public' && (type?.publicity !== 'public' || context.matter.confidentiality === 'restricted')) throw new DomainError('guardFailed', { guard: 'notPublicType' })
  return wanted
}

export const attachmentVisibility: Act = {
  permission: 'matter.publish',
  frozen: true,
  run: async (context) => {
    const { req, matter, input } = context
    const attachment = idInput(input, 'attachment')
    const visibility = visibilityOf(context)
    const changed = await updateRowIf(req, SLUG.attachments, { and: [{ id: { equals: attachment } }, { matter: { equals: matter.id } }] }, { visibility })
    if (changed !== 1) throw refuse({ field: 'attachment', code: 'notOffered' })
    return { event: { kind: 'act', action: 'attachmentVisibility', data: { attachment, visibility } } }
  },
}
