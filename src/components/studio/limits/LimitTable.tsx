'use client'

import { inReadingOrder } from '../../../domain/clocks/editLimits'
import type { Limit, LimitSet } from '../../../domain/clocks/types'
import { say as wordsIn } from '../../../domain/words'
import { Icon, Mark } from '../kit'
import type { Issue } from './issues'
import { actsText, amountText, clockName, scopeText, type LimitWorld } from './labels'

type Props = { set: LimitSet; issues: readonly Issue[]; world: LimitWorld; onEdit?: (limit: Limit) => void; onAdd?: () => void }

const Row = ({ limit, issues, set, world, onEdit }: { limit: Limit } & Pick<Props, 'set' | 'issues' | 'world' | 'onEdit'>) => {
  const { say, lang } = world
  const name = wordsIn(limit.name, lang)
  const scope = scopeText(limit, world)
  return (
    <tr>
      <td>{onEdit ? <button type="button" className="limit-open" aria-label={say('table.edit', { name: name || scope })} onClick={() => onEdit(limit)}>{scope}</button> : <b>{scope}</b>}<small className="muted limit-name">{name}</small>
        {issues.map((issue) => <small key={`${issue.path}${issue.code}`} className="limit-name"><Mark tone={issue.severity === 'error' ? 'stop' : 'warn'}>{issue.what}</Mark></small>)}
      </td>
      <td className="nowrap" data-l={say('table.clock')}>{clockName(limit.clock, set.limits, world)}</td>
      <td className="nowrap" data-l={say('table.amount')}>{amountText(limit, say)}</td>
      <td data-l={say('table.acts')}>{actsText(limit, say)}</td>
    </tr>
  )
}

/** Every limit: what it is for, how long, and what happens when time runs short. */
export const LimitTable = ({ set, issues, world, onEdit, onAdd }: Props) => {
  const { say } = world
  const limits = inReadingOrder(set.limits)
  const of = (limit: Limit) => issues.filter(({ path }) => new RegExp(`^/limits/${set.limits.indexOf(limit)}(/|$)`).test(path))
  return (
    <section className="panel" aria-labelledby="limits">
      <div className="panel-head">
        <h2 id="limits">{say('table.heading')}</h2><p>{say('table.count', { count: limits.length })}</p>
        {onAdd ? <button type="button" className="btn btn-small push" onClick={onAdd}><Icon name="plus" />{say('table.add')}</button> : null}
      </div>
      {limits.length === 0 ? <p className="empty">{say('table.empty')}</p> : (
        <div className="scroll">
          <table className="stacked" aria-labelledby="limits">
            <thead><tr><th scope="col">{say('table.what')}</th><th scope="col">{say('table.clock')}</th><th scope="col">{say('table.amount')}</th><th scope="col">{say('table.acts')}</th></tr></thead>
            <tbody>{limits.map((limit) => <Row key={limit.code} limit={limit} issues={of(limit)} set={set} world={world} onEdit={onEdit} />)}</tbody>
          </table>
        </div>
      )}
      <p className="panel-foot small">{say('table.pauses')}</p>
    </section>
  )
}
