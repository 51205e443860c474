import type { Words } from '../words'
import { codesOfKind, edgesOf, leadingEdges, reach } from './graph'
import { PHASES, type ActorKind, type Phase, type StepDef, type WorkflowDef } from './types'

/** A box. `column` is the phase's place from 0; `row` counts steps within the phase in the workflow's order. */
export type DiagramNode = { code: string; name: Words; phase: Phase; kind: StepDef['kind']; column: number; row: number; reachable: boolean }

/** A line. `back` leads to an earlier phase; `loop` stays at its step; `many` tells lines between the same two boxes apart, from 0. */
export type DiagramEdge = { transition: string; name: Words; from: string; to: string; actors: ActorKind[]; back: boolean; loop: boolean; many: number }

export type Diagram = { columns: { phase: Phase; skipped: boolean }[]; nodes: DiagramNode[]; edges: DiagramEdge[] }

/** What a drawing and its list need: six columns, boxes by phase, and every line with `same` and `previous` resolved. */
export const diagramOf = (workflow: WorkflowDef): Diagram => {
  const lines = edgesOf(workflow)
  const found = reach(codesOfKind(workflow, 'start'), leadingEdges(workflow))
  const columnOf = new Map(workflow.steps.map((step) => [step.code, PHASES.indexOf(step.phase)]))
  const nodes = workflow.steps.map((step, index): DiagramNode => ({
    code: step.code,
    name: step.name,
    phase: step.phase,
    kind: step.kind,
    column: PHASES.indexOf(step.phase),
    row: workflow.steps.slice(0, index).filter((before) => before.phase === step.phase).length,
    reachable: found.has(step.code),
  }))
  const edges = lines.map(({ transition, from, to }, index): DiagramEdge => ({
    transition: transition.code,
    name: transition.name,
    from,
    to,
    actors: transition.actors,
    back: (columnOf.get(to) ?? 0) < (columnOf.get(from) ?? 0),
    loop: from === to,
    many: lines.slice(0, index).filter((before) => before.from === from && before.to === to).length,
  }))
  return { columns: PHASES.map((phase) => ({ phase, skipped: !workflow.steps.some((step) => step.phase === phase) })), nodes, edges }
}
