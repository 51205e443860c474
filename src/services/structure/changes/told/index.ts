import type { LimitSet } from '@/domain/clocks/types'
import type { FormDef } from '@/domain/forms/types'
import { definitionShape } from '@/domain/package/definitionProblems'
import type { DefinitionKind } from '@/domain/package/definitions'
import type { RegisterDef } from '@/domain/registers/types'
import type { RoutingSet } from '@/domain/routing/types'
import type { WorkflowDef } from '@/domain/workflow/types'
import { defOf, type RoutineRow } from '@/services/routines/row'
import { SLUG } from '@/slugs'
import { formTold } from './form'
import { registerTold } from './register'
import { routineTold } from './routine'
import { limitsTold, routingTold } from './sets'
import type { Teller, Told } from './told'
import { workflowTold } from './workflow'

export type { Teller, Told } from './told'

type Row = Record<string, unknown>
type Tells = (before: Row, after: Row, teller: Teller) => Told[] | undefined

const ofKind = <D>(kind: DefinitionKind, tell: (before: D, after: D, teller: Teller) => Told[]): Tells => (before, after, teller) =>
  ([before, after].every(({ definition }) => definitionShape(kind, definition).length === 0) ? tell(before.definition as D, after.definition as D, teller) : undefined)

const TELLS: Record<string, Tells> = {
  [SLUG.forms]: ofKind<FormDef>('form', formTold),
  [SLUG.registers]: ofKind<RegisterDef>('register', registerTold),
  [SLUG.workflows]: ofKind<WorkflowDef>('workflow', workflowTold),
  [SLUG.routing]: ofKind<RoutingSet>('routing', routingTold),
  [SLUG.routines]: (before, after, teller) => {
    const [was, now] = [before, after].map((row) => defOf(row as unknown as RoutineRow))
    return was && now ? routineTold(was, now, teller) : undefined
  },
  [SLUG.limits]: ofKind<LimitSet>('limits', limitsTold),
}

/** What differs between the definitions of two rows of a table, as their editor would say it. Undefined where there is none, or one cannot be read. */
export const definitionTold = ({ table, before, after }: { table: string; before: Row; after: Row }, teller: Teller): Told[] | undefined => TELLS[table]?.(before, after, teller)
