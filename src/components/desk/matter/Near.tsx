'use client'

import { useState } from 'react'
import type { NearVM } from '../types'
import { Icon } from '../ui/icons'
import { NearRow } from '../ui/NearRow'
import { Panel } from '../ui/Panel'
import { useWords } from '../words'
import { ActButton } from './ActButton'
import { ActDialog, reasonOf } from './ActDialog'
import { useBench } from './context'

/** Matters that may be the same, each with the reason for thinking so. A person decides. */
export const Near = () => {
  const say = useWords()
  const { matter } = useBench()
  const [merging, setMerging] = useState<NearVM>()
  if (!matter.near.length) return null
  const alike = matter.near.filter(({ notSame }) => !notSame)
  const apart = matter.near.filter(({ notSame }) => notSame)
  return (
    <Panel title={say('near.title')} count={alike.length || undefined}>
      {alike.length ? null : <p className="inside muted small">{say('near.allApart')}</p>}
      <ul className="inside mini">
        {alike.map((near) => (
          <NearRow key={near.id} near={near}>
            {matter.can.merge ? <button className="btn small" type="button" onClick={() => setMerging(near)}><Icon name="join" />{say('near.mergeIn')}</button> : null}
            {matter.can.notSame ? <ActButton quiet act="notSame" input={{ other: near.id }} said={say('near.notSameDone')}>{say('near.notSame')}</ActButton> : null}
          </NearRow>
        ))}
      </ul>
      {apart.length ? <Apart rows={apart} /> : null}
      {merging ? (
        <ActDialog title={say('near.mergeTitle', { number: merging.number })} intro={say('near.mergeWhat', { title: merging.title, number: merging.number, here: matter.number })}
          act="merge" inputs={[reasonOf(say)]} extra={{ child: merging.id }} doWord={say('near.mergeDo')} said={say('near.merged')} onClose={() => setMerging(undefined)} />
      ) : null}
    </Panel>
  )
}

/** Those somebody told apart, with the way back. */
const Apart = ({ rows }: { rows: NearVM[] }) => {
  const say = useWords()
  const { can } = useBench().matter
  return (
    <details className="inside small">
      <summary>{say('near.apart', { n: rows.length })}</summary>
      <ul className="mini">
        {rows.map(({ id, href, title, number }) => (
          <li key={id} className="stack">
            <a href={href}>{title}</a>
            <p className="row muted">{number}{can.notSame ? <ActButton quiet act="notSame" input={{ other: id, same: true }} said={say('near.perhapsDone')}>{say('near.perhaps')}</ActButton> : null}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}
