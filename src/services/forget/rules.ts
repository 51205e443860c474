import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { canonical } from '@/domain/canonical'
import { ruleOf, type RetentionRule } from '@/domain/privacy/retention'
import type { Words } from '@/domain/words'
import { registersInForce } from '@/services/registers/register'
import type { OfficeModel } from '@/services/structure/load'

/** One rule in force: for a matter type or a register. `version`: of the register, whose rule is published with it. */
export type Rule = RetentionRule & { kind: 'matter' | 'entry'; id: string; code: string; name: Words; version?: number }

const typeRules = (model: OfficeModel): Rule[] =>
  model.types.all.flatMap((type) => {
    const rule = ruleOf(type, model.office)
    return rule ? [{ kind: 'matter' as const, id: type.id, code: type.code, name: type.name, ...rule }] : []
  })

/** Every rule by which something is forgotten, matter types first. Where none is, nothing is. */
export const rulesInForce = async (payload: Payload, model: OfficeModel): Promise<Rule[]> => {
  const registers = await registersInForce({ payload, model })
  return [
    ...typeRules(model),
    ...registers.flatMap(({ id, code, number, def }): Rule[] => {
      const rule = def.retention && ruleOf({ retentionDays: def.retention.days, retentionMode: def.retention.mode }, {})
      return rule ? [{ kind: 'entry', id, code, name: def.name, version: number, ...rule }] : []
    }),
  ]
}

/** A digest that says whether two runs went by the same rules. */
export const rulesDigest = (rules: readonly Rule[]): string => createHash('sha256').update(canonical(rules.map(({ kind, code, days, mode }) => ({ kind, code, days, mode })))).digest('hex')
