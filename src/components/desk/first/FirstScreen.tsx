'use client'

import type { FirstScreenVM } from '../types'
import { Icon } from '../ui/icons'
import { exactWord } from '../time'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'
import { useDesk, useWords, type Say } from '../words'
import { DueToday } from './DueToday'
import { LateList, MineList, NobodyList, ReturnedList, SoonList, TurnList } from './lists'
import { Tally } from './Tally'
import { TeamsTable } from './TeamsTable'

type Key = FirstScreenVM['tallies'][number]['key']

/** What to look at first: the worst thing there is. */
const headline = (view: FirstScreenVM, say: Say): { text: string; key?: Key } => {
  const count = (key: Key) => view.tallies.find((tally) => tally.key === key)?.count ?? 0
  const worst = (['late', 'nobody', 'soon', 'turn', 'back', 'mine'] as const).find((key) => count(key) > 0)
  if (!worst) return { text: say('first.look.nothing') }
  return { text: say(`first.look.${worst === 'nobody' && !view.canAssign ? 'nobodyYet' : worst}`, { n: count(worst) }), key: worst }
}

/** Rule documents that wait for this person: nothing else on this page tells of them. */
const RulesLine = ({ n }: { n: number }) => {
  const say = useWords()
  return n > 0 ? <p className="page-note"><Icon name="book" /><a href="/desk/rules">{say('first.rules', { n })}</a></p> : null
}

/** For those who see no matters: what this place is, and where their own work stands. */
const Elsewhere = ({ href, what, n = 0, rules }: NonNullable<FirstScreenVM['elsewhere']> & { rules: number }) => {
  const say = useWords()
  return (
    <main className="page" id="main">
      <div className="page-head"><h1>{say('first.elsewhere.title')}</h1></div>
      <RulesLine n={rules} />
      <Panel title={say('first.elsewhere.panel')}>
        <Empty icon="right" title={say(`first.elsewhere.${what}.what`, { n })} hint={say(`first.elsewhere.${what}.hint`)}>
          {href ? <a className="btn main" href={href}>{say(`first.elsewhere.${what}.go`)}</a> : null}
        </Empty>
      </Panel>
    </main>
  )
}

/** The workbench's first screen: late, nearly late, unowned, came back, mine. */
export const FirstScreen = ({ view }: { view: FirstScreenVM }) => {
  const desk = useDesk()
  const { say } = desk
  if (view.elsewhere) return <Elsewhere {...view.elsewhere} rules={view.rules} />
  const { text, key } = headline(view, say)
  const worst = view.tallies.find((tally) => tally.key === key)
  return (
    <main className="page" id="main">
      <div className="page-head">
        <div>
          <p className="small muted">{[exactWord(desk.now, desk), say('first.open', { scope: view.scope ?? say('first.scope'), n: view.total })].join(' · ')}</p>
          <h1>{text}</h1>
        </div>
        {worst ? <a className="btn main push" href={worst.href}>{say(`first.go.${worst.key === 'nobody' && !view.canAssign ? 'nobodyYet' : worst.key}`)}<Icon name="right" /></a> : null}
      </div>
      <RulesLine n={view.rules} />
      <Tally tallies={view.tallies} lists={view.lists} />
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
