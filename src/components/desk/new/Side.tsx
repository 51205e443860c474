'use client'

import type { SuggestAnswer } from '../types'
import { Empty } from '../ui/Empty'
import { NearRow } from '../ui/NearRow'
import { Panel } from '../ui/Panel'
import { useWords } from '../words'

/** What may have been reported already, found while the clerk writes. */
export const Side = ({ suggestions }: { suggestions?: SuggestAnswer }) => {
  const say = useWords()
  const near = suggestions?.near ?? []
  return (
    <aside className="intake-side stack wide" aria-label={say('new.near')}>
      <Panel title={say('new.near')} count={near.length || undefined}>
        <div role="status">
          {near.length ? (
            <ul className="inside mini">{near.map((each) => <NearRow key={each.id} near={each} />)}</ul>
          ) : <Empty icon="search" title={say('new.nearNone')} hint={say(suggestions ? 'new.nearNoneHint' : 'new.nearWait')} />}
        </div>
      </Panel>
      <Panel title={say('new.sayTitle')}>
        <ul className="inside mini small">
          <li>{say('new.say1')}</li>
          <li>{say('new.say2')}</li>
          <li>{say('new.say3')}</li>
        </ul>
      </Panel>
    </aside>
  )
}
