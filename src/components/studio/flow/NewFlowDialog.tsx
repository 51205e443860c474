'use client'

import { freeCode } from '../../../domain/workflow/edit'
import { plainWorkflow } from '../../../domain/workflow/plain'
import type { FlowLine } from '../../../services/studio/flow/view'
import { NewDefinition } from '../kit'
import { useSay } from '../words'

/** A workflow begun plain, or as a copy of another. */
export const NewFlowDialog = ({ flows, onClose }: { flows: readonly FlowLine[]; onClose: () => void }) => {
  const say = useSay('studioFlow')
  const names = { start: { zh: say('new.started') }, end: { zh: say('new.ended') }, close: { zh: say('new.accept') } }
  const words = {
    title: say('new.heading'), name: say('new.name'), nameHint: say('new.nameHint'), nameMissing: say('new.nameMissing'), from: say('new.from'), blank: say('new.plain'),
    copy: (name: string) => say('new.copy', { name }), code: say('new.code'), codeHint: say('new.codeHint'), create: say('new.create'),
  }
  return (
    <NewDefinition kind="workflow" rows={flows} firstCode={freeCode(flows.map((flow) => flow.code), 'flow')} blank={(of) => plainWorkflow({ ...of, names })}
      pathOf={(code) => `/admin/structure/workflows/${encodeURIComponent(code)}`} words={words} onClose={onClose} />
  )
}
