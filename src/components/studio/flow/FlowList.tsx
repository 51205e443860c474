'use client'

import { useState } from 'react'
import type { FlowLine } from '../../../services/studio/flow/view'
import { Icon, Mark, Note } from '../kit'
import { useSay } from '../words'
import { NewFlowDialog } from './NewFlowDialog'

const Line = ({ flow }: { flow: FlowLine }) => {
  const say = useSay('studioFlow')
  return (
    <tr>
      <th scope="row" data-l={say('list.name')}>
        <a href={`/admin/structure/workflows/${encodeURIComponent(flow.code)}`}>{flow.name}</a>
        <small className="muted flow-under">{say('list.sizeOf', { steps: flow.steps, lines: flow.actions })}</small>
      </th>
      <td data-l={say('list.types')}>{flow.usedBy.length > 0 ? flow.usedBy.join(say('list.joint')) : <span className="muted">{say('list.none')}</span>}</td>
      <td data-l={say('list.version')}>{flow.number === undefined ? say('list.never') : say('list.live', { number: flow.number })}{flow.changed ? <> <Mark tone="info">{say('list.draft')}</Mark></> : null}</td>
      <td data-l={say('list.flying')}>{flow.flying > 0 ? say('list.flyingOf', { count: flow.flying }) : <span className="muted">{say('list.none')}</span>}</td>
    </tr>
  )
}

/** All workflows, and the way to a new one. */
export const FlowList = ({ flows, canEdit }: { flows: readonly FlowLine[]; canEdit: boolean }) => {
  const say = useSay('studioFlow')
  const studio = useSay('studio')
  const [making, setMaking] = useState(false)
  return (
    <>
      {canEdit ? null : <Note tone="info">{studio('version.readOnly')}</Note>}
      <section className="panel" aria-labelledby="flows-all">
        <div className="panel-head">
          <h2 id="flows-all">{say('list.heading')}</h2>
          {canEdit ? <button type="button" className="btn btn-main push" onClick={() => setMaking(true)}><Icon name="plus" />{say('list.new')}</button> : null}
        </div>
        {flows.length === 0 ? <p className="empty"><b>{say('list.empty')}</b>{say('list.emptyHint')}</p> : (
          <div className="scroll">
            <table className="stacked">
              <thead><tr><th scope="col">{say('list.name')}</th><th scope="col">{say('list.types')}</th><th scope="col">{say('list.version')}</th><th scope="col">{say('list.flying')}</th></tr></thead>
              <tbody>{flows.map((flow) => <Line key={flow.id} flow={flow} />)}</tbody>
            </table>
          </div>
        )}
      </section>
      {making ? <NewFlowDialog flows={flows} onClose={() => setMaking(false)} /> : null}
    </>
  )
}
