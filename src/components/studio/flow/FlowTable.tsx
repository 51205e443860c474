'use client'

import { diagramOf } from '../../../domain/workflow/diagram'
import { PHASES, type StepDef, type WorkflowDef } from '../../../domain/workflow/types'
import { Mark } from '../kit'
import { useFlowWords, type Chosen } from './words'

type Props = { flow: WorkflowDef; chosen: Chosen | undefined; onChoose: (chosen: Chosen) => void }

const Row = ({ flow, step, reachable, chosen, onChoose }: Props & { step: StepDef; reachable: boolean }) => {
  const { say, text, stepName, who } = useFlowWords()
  const leaving = flow.transitions.filter(({ from }) => from.includes(step.code))
  const isOn = (kind: Chosen['kind'], code: string): boolean => chosen?.kind === kind && chosen.code === code
  return (
    <tr>
      <td className="nowrap" data-l={say('table.phase')}>{say(`phase.${step.phase}`)}</td>
      <td data-l={say('table.step')}>
        <button type="button" className="flow-link" aria-pressed={isOn('step', step.code)} onClick={() => onChoose({ kind: 'step', code: step.code })}>{text(step.name)}</button>
        {reachable ? null : <> <Mark tone="stop">{say('picture.unreachable')}</Mark></>}
      </td>
      <td data-l={say('table.can')}>
        {leaving.length === 0 ? <span className="muted">{say('table.end')}</span> : (
          <ul className="flow-acts">
            {leaving.map((each) => (
              <li key={each.code}>
                <button type="button" className="flow-link" aria-pressed={isOn('transition', each.code)} onClick={() => onChoose({ kind: 'transition', code: each.code })}>{text(each.name)}</button>
                <small className="muted">{` → ${stepName(flow, each.to)} · ${who(each)}`}</small>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}

/** The same workflow as a list, for those who do not use the drawing. */
export const FlowTable = (props: Props) => {
  const { say } = useFlowWords()
  const { flow } = props
  const reachable = new Set(diagramOf(flow).nodes.filter((node) => node.reachable).map(({ code }) => code))
  const steps = [...flow.steps].sort((one, other) => PHASES.indexOf(one.phase) - PHASES.indexOf(other.phase))
  return (
    <section className="panel" aria-labelledby="list">
      <div className="panel-head"><h2 id="list" tabIndex={-1}>{say('table.heading')}</h2><p>{say('table.lead')}</p></div>
      <div className="scroll">
        <table className="stacked">
          <thead><tr><th scope="col">{say('table.phase')}</th><th scope="col">{say('table.step')}</th><th scope="col">{say('table.can')}</th></tr></thead>
          <tbody>{steps.map((step) => <Row key={step.code} {...props} step={step} reachable={reachable.has(step.code)} />)}</tbody>
        </table>
      </div>
    </section>
  )
}
