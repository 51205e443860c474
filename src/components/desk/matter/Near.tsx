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
  return (
    <Panel title={say('near.title')} count={matter.near.length}>
      <ul className="inside mini">
        {matter.near.map((near) => (
          <NearRow key={near.id} near={near}>
            {matter.can.merge ? <button className="btn small" type="button" onClick={() => setMerging(near)}><Icon name="join" />{say('near.mergeIn')}</button> : null}
            {matter.can.notSame ? <ActButton quiet act="notSame" input={{ other: near.id }} said={say('near.notSameDone')}>{say('near.notSame')}</ActButton> : null}
          </NearRow>
        ))}
      </ul>
      {merging ? (
        <ActDialog title={say('near.mergeTitle', { number: merging.number })} intro={say('near.mergeWhat', { title: merging.title, number: merging.number, here: matter.number })}
          act="merge" inputs={[reasonOf(say)]} extra={{ child: merging.id }} doWord={say('near.mergeDo')} said={say('near.merged')} onClose={() => setMerging(undefined)} />
      ) : null}
    </Panel>
  )
}
