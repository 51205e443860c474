import { codesOfKind, edgesOf, leadingEdges, reach } from './graph'
import type { Lint, Problem } from './lintTypes'

const unreachable: Lint = (workflow) => {
  const found = reach(codesOfKind(workflow, 'start'), leadingEdges(workflow))
  return workflow.steps.flatMap((step, index): Problem[] =>
    found.has(step.code) ? [] : [{ path: `/steps/${index}`, code: 'unreachable', params: { step: step.code } }],
  )
}

const deadEnds: Lint = (workflow) => {
  const backwards = edgesOf(workflow).map(({ from, to }) => ({ from: to, to: from }))
  const closing = reach(codesOfKind(workflow, 'final'), backwards)
  return workflow.steps.flatMap((step, index): Problem[] =>
    closing.has(step.code) ? [] : [{ path: `/steps/${index}`, code: 'deadEnd', params: { step: step.code } }],
  )
}

// A reporter may never come back; then staff, or announced silence, must be able to go on.
const leftByReporterOnly: Lint = (workflow) => {
  const edges = edgesOf(workflow)
  return workflow.steps.flatMap((step, index): Problem[] => {
    const leaving = edges.filter((edge) => edge.from === step.code && edge.to !== step.code)
    const stuck = step.kind !== 'final' && leaving.length > 0 && leaving.every(({ transition }) => transition.actors.every((actor) => actor === 'reporter'))
    return stuck ? [{ path: `/steps/${index}`, code: 'onlyReporterLeaves', params: { step: step.code } }] : []
  })
}

const previous: Lint = (workflow) => {
  const waits = codesOfKind(workflow, 'waiting')
  return workflow.transitions.flatMap((transition, index): Problem[] => {
    const good = transition.effects.includes('restore') ? codesOfKind(workflow, 'final') : waits
    const strays = transition.to === 'previous' ? transition.from.filter((code) => !good.includes(code)) : []
    return strays.map((step) => ({ path: `/transitions/${index}/to`, code: 'previousNotFromWaiting', params: { step } }))
  })
}

/** Every step can be come to and left; nothing waits for ever. */
export const reachLints: Lint[] = [unreachable, deadEnds, leftByReporterOnly, previous]
