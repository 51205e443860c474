import { DomainError, type FieldError } from '@/domain/errors'
import { cleanLine, titleOf } from '@/domain/matter/text'
import { entryById, mayPoint } from '@/services/registers/pointing'
import { staysRestricted } from '../createInput'
import type { MatterRow } from '../row'
import { searchTextOf } from '../searchText'
import { idInput, refuse, textInput, type Act, type ActContext } from './types'

type Correction = { changes: Partial<MatterRow>; data: Record<string, unknown>; errors: FieldError[] }

const category = ({ model, matter, input }: ActContext): Correction => {
  if (input.category === undefined || input.category === matter.category) return { changes: {}, data: {}, errors: [] }
  const row = model.categories.byId.get(idInput(input, 'category'))
  if (!row || row.active === false) return { changes: {}, data: {}, errors: [{ field: 'category', code: 'notOffered' }] }
  return {
    changes: { category: row.id, categoryPath: row.path, severity: row.severity ?? 2, ...(staysRestricted(model, row) ? { confidentiality: 'restricted' as const } : {}) },
    data: { category: { from: model.categories.byId.get(matter.category ?? '')?.code ?? null, to: row.code } },
    errors: [],
  }
}

const unit = ({ model, matter, input }: ActContext): Correction => {
  if (input.unit === undefined || input.unit === matter.unit) return { changes: {}, data: {}, errors: [] }
  const row = model.units.byId.get(idInput(input, 'unit'))
  if (!row || row.active === false) return { changes: {}, data: {}, errors: [{ field: 'unit', code: 'notOffered' }] }
  return { changes: { unit: row.id, path: row.path }, data: { unit: { from: model.units.byId.get(matter.unit ?? '')?.code ?? null, to: row.code } }, errors: [] }
}

/** Form and workflow stay as the matter began with them (decisions.md 4). A type that keeps its matters close closes this one; opening one again is an act of its own. */
const type = ({ model, matter, input }: ActContext): Correction => {
  if (input.type === undefined || input.type === matter.type) return { changes: {}, data: {}, errors: [] }
  const row = model.types.byId.get(idInput(input, 'type'))
  if (!row || row.active === false) return { changes: {}, data: {}, errors: [{ field: 'type', code: 'notOffered' }] }
  return {
    changes: { type: row.id, ...(row.confidentiality === 'restricted' ? { confidentiality: 'restricted' as const } : {}) },
    data: { type: { from: model.types.byId.get(matter.type)?.code ?? null, to: row.code } },
    errors: [],
  }
}

/** What the matter is about keeps its entry only while matters of that type may point there: the correction lets it go, and says which it was. */
const entryAfter = async ({ req, model, matter }: ActContext, to: string | undefined): Promise<Omit<Correction, 'errors'>> => {
  const row = to === undefined ? undefined : model.types.byId.get(to)
  const found = row && matter.entry ? await entryById({ payload: req.payload, req, model }, matter.entry) : undefined
  if (!row || !matter.entry || (found && mayPoint(found.register, row))) return { changes: {}, data: {} }
  return { changes: { entry: null }, data: { entry: { from: found?.entry.code ?? null, to: null } } }
}

const words = ({ matter, input }: ActContext): Correction => {
  const changes: Partial<MatterRow> = {}
  if (typeof input.title === 'string' && cleanLine(input.title)) changes.title = titleOf({ title: input.title, text: matter.text ?? '' })
  if (typeof input.address === 'string') changes.address = cleanLine(input.address).slice(0, 200)
  return { changes, data: Object.fromEntries(Object.keys(changes).map((key) => [key, true])), errors: [] }
}

/**
 * Corrects category, type, unit, title or address. Limits are computed again from the original start (decisions.md 8); the event
 * keeps what it was before. Needs a reason.
 */
export const correct: Act = {
  permission: 'matter.route',
  // Whoever accepts has to see to it that it is the right kind in the right place.
  instead: ({ phase }) => (phase === 'intake' ? 'matter.accept' : undefined),
  run: async (context) => {
    const parts = [category(context), type(context), unit(context), words(context)]
    const errors = parts.flatMap((part) => part.errors)
    if (errors.length > 0) throw refuse(...errors)
    const given: Partial<MatterRow> = Object.assign({}, ...parts.map((part) => part.changes))
    const entry = await entryAfter(context, given.type)
    const changes = { ...given, ...entry.changes }
    if (Object.keys(changes).length === 0) throw new DomainError('invalid', {}, [{ field: 'category', code: 'unchanged' }])
    const after = { ...context.matter, ...changes }
    return {
      changes: { ...changes, searchText: searchTextOf(after) },
      relimit: changes.categoryPath !== undefined || changes.type !== undefined || changes.unit !== undefined,
      event: {
        kind: 'act', action: 'correct', data: Object.assign({}, ...parts.map((part) => part.data), entry.data),
        texts: [{ role: 'reason', text: textInput(context.input, 'reason', { min: 2, max: 500 }), readers: 'staff' }],
      },
    }
  },
}
