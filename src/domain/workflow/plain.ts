import type { Words } from '../words'
import type { WorkflowDef } from './types'

/** The smallest workflow that can be published: received, and closed by a person. */
export const plainWorkflow = ({ code, name, names }: { code: string; name: Words; names: { start: Words; end: Words; close: Words } }): WorkflowDef => ({
  code, name, reopenDays: 0,
  steps: [{ code: 'intake', phase: 'intake', kind: 'start', name: names.start }, { code: 'archive', phase: 'archive', kind: 'final', name: names.end }],
  transitions: [{
    code: 'close', name: names.close, from: ['intake'], to: 'archive', actors: ['staff'], permission: 'matter.accept', guards: [], inputs: [], effects: ['acceptByActorUnit', 'setOutcome'], outcome: 'done',
    signals: ['accepted', 'handled', 'archived'], tone: 'main',
  }],
})
