import { randomUUID } from 'node:crypto'
import { createMatter } from '../create'
import { idInput, textInput, type Act } from './types'

/** Splits off a part: a matter of its own, counted on this one until it closes. */
export const split: Act = {
  permission: 'matter.split',
  run: async ({ req, matter, acting, input }) => {
    const text = textInput(input, 'text', { min: 4 })
    const part = await createMatter({
      payload: req.payload,
      req,
      who: 'staff',
      idempotencyKey: `part-${randomUUID()}`,
      acting: () => acting,
      parent: matter,
      input: {
        text,
        type: matter.type,
        category: typeof input.category === 'string' ? idInput(input, 'category') : (matter.category ?? undefined),
        unit: typeof input.unit === 'string' ? idInput(input, 'unit') : (matter.unit ?? undefined),
        source: matter.source ?? undefined,
        address: matter.address ?? undefined,
        restricted: matter.confidentiality === 'restricted',
      },
    })
    return {
      changes: { openParts: matter.openParts + 1 },
      event: { kind: 'act', action: 'split', data: { part: part.matter.id, number: part.matter.number } },
      result: { part: part.matter.id, number: part.matter.number },
    }
  },
}
