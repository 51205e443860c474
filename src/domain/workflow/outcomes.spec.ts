import { describe, expect, it } from 'vitest'
import { addInput, addTransition, changeInput, freeOption } from './edit'
import { flowChanges } from './changes'
import { addOutcome, nameOutcome, outcomeCodes, outcomeLabel, ownOutcomes, setOutcome } from './outcomes'
import { plainWorkflow } from './plain'
import { readWorkflow } from './schema'
import type { WorkflowDef } from './types'

const plain = plainWorkflow({ code: 'flow-1', name: { zh: '调解' }, names: { start: { zh: '待受理' }, end: { zh: '已归档' }, close: { zh: '受理并办完' } } })
const two = addTransition(plain, { name: { zh: '没调成' }, from: 'intake', to: 'archive' })
const failed = two.transitions.at(-1)?.code ?? ''

describe('outcomes of a workflow', () => {
  it('are added with a code of their own, named anew, and pass the schema', () => {
    const own = addOutcome(two, failed, { zh: '没调成' })
    const code = own.transitions.at(-1)?.outcome ?? ''
    expect(own.outcomes).toEqual([{ code, label: { zh: '没调成' } }])
    expect(outcomeLabel(nameOutcome(own, code, { zh: '三轮没谈拢' }), code)).toEqual({ zh: '三轮没谈拢' })
    const shown = readWorkflow(own)
    expect(shown.ok || shown.problems.every((problem) => problem.code !== 'shape')).toBe(true)
    expect(flowChanges(two, own).find(({ of }) => of === 'whole')?.fields).toEqual(['outcomes'])
  })

  it('go with the last action that notes them', () => {
    const own = addOutcome(two, failed, { zh: '没调成' })
    expect(setOutcome(own, failed, 'withdrawn')).toEqual(setOutcome(two, failed, 'withdrawn'))
    expect('outcomes' in setOutcome(own, failed, undefined)).toBe(false)
  })

  it('never share a code, whichever action people choose them at', () => {
    const asked = ['close', failed].reduce<WorkflowDef>((flow, code) => addInput(flow, code, { role: 'outcome', label: { zh: '结果' } }), two)
    const codes = asked.transitions.flatMap(({ inputs }) => inputs.flatMap(({ options = [] }) => options.map((option) => option.code)))
    expect(new Set(codes).size).toBe(2)
    const more = changeInput(asked, 'close', { key: 'outcome', change: { options: [{ code: codes[0]!, label: { zh: '谈成了' } }, { code: freeOption(asked), label: { zh: '改天再谈' } }] } })
    expect(new Set(outcomeCodes(more)).size).toBe(4)
    expect(outcomeLabel(more, codes[0]!)).toEqual({ zh: '谈成了' })
    expect(ownOutcomes(more).map(({ label }) => label.zh)).toEqual(['谈成了', '改天再谈', ''])
    expect(outcomeLabel(more, 'done')).toBeUndefined()
  })
})
