'use client'

import type { FirstScreenVM } from '../types'
import { Icon } from '../ui/icons'
import { exactWord } from '../time'
import { useDesk, type Say } from '../words'
import { DueToday } from './DueToday'
import { LateList, MineList, NobodyList, ReturnedList, SoonList, TurnList } from './lists'
import { Tally } from './Tally'
import { TeamsTable } from './TeamsTable'

type Key = FirstScreenVM['tallies'][number]['key']

/** What to look at first: the worst thing there is. */
const headline = (view: FirstScreenVM, say: Say): { text: string; key?: Key } => {
  const count = (key: Key) => view.tallies.find((tally) => tally.key === key)?.count ?? 0
  const worst = (['late', 'nobody', 'soon', 'turn', 'back', 'mine'] as const).find((key) => count(key) > 0)
  return worst ? { text: say(`first.look.${worst}`, { n: count(worst) }), key: worst } : { text: say('first.look.nothing') }
}

/** The workbench's first screen: late, nearly late, unowned, came back, mine. */
export const FirstScreen = ({ view }: { view: FirstScreenVM }) => {
  const desk = useDesk()
  const { say } = desk
  const { text, key } = headline(view, say)
  const worst = view.tallies.find((tally) => tally.key === key)
  return (
    <main className="page" id="main">
      <div className="page-head">
        <div>
          <p className="small muted">{[exactWord(desk.now, desk), say('first.open', { scope: view.scope ?? say('first.scope'), n: view.total })].join(' · ')}</p>
          <h1>{text}</h1>
        </div>
        {worst ? <a className="btn main push" href={worst.href}>{say(`first.go.${worst.key}`)}<Icon name="right" /></a> : null}
      </div>
      <Tally tallies={view.tallies} />
      <div className="board">
        <div className="board-main stack wide">
          <LateList view={view} />
          <SoonList view={view} />
          <div className="board-pair">
            <NobodyList view={view} />
            <ReturnedList view={view} />
          </div>
        </div>
        <div className="board-side stack wide">
          {view.lists.turn ? <TurnList view={view} /> : null}
          <MineList view={view} />
          {view.dueToday?.length ? <DueToday hours={view.dueToday} /> : null}
          <TeamsTable view={view} />
        </div>
      </div>
    </main>
  )
}
