'use client'

import { useState } from 'react'
import type { CheckLine, RoundVM } from '../../../services/routines/rounds/view'
import { Banner } from '../ui/Banner'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'
import { Progress } from './Progress'
import { RoundProvider, useRound, type RoundWords } from './words'

const Place = ({ check }: { check: CheckLine }) => {
  const say = useRound()
  return (
    <li className="line">
      <a className="line-title" href={check.href}>{check.title}</a>
      <p className="line-meta">{[check.where, check.by, check.note].filter(Boolean).join(' · ')}</p>
      <div className="line-end row">
        {check.state === 'skipped' ? <span className="tag warn">{say('state.skipped')}</span> : null}
        {check.matter ? <a href={check.matter.href}>{say('made', { number: check.matter.number })}</a> : null}
      </div>
    </li>
  )
}

const MANY = 12

const Places = ({ title, checks, empty }: { title: string; checks: CheckLine[]; empty?: string }) => {
  const say = useRound()
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const shown = checks.filter((check) => [check.title, check.where ?? ''].some((text) => text.toLowerCase().includes(wanted)))
  return (
    <Panel title={title} count={checks.length}>
      {checks.length > MANY ? <div className="inside"><input className="input" type="search" aria-label={say('filter')} placeholder={say('filter')} value={typed} onChange={(event) => setTyped(event.target.value)} /></div> : null}
      {checks.length === 0 && empty ? <Empty icon="check" title={empty} /> : null}
      {checks.length > 0 && shown.length === 0 ? <p className="inside muted">{say('filterNone')}</p> : <ul>{shown.map((check) => <Place key={check.id} check={check} />)}</ul>}
    </Panel>
  )
}

const Head = ({ view }: { view: RoundVM }) => {
  const say = useRound()
  const due = view.due ? say('due', { date: view.due }) : ''
  return (
    <div className="page-head">
      <div className="stack">
        <p className="small muted crumbs-line"><a href="/desk/rounds">{say('crumb')}</a> › {view.registerHref ? <a href={view.registerHref}>{view.register}</a> : view.register}</p>
        <h1>{view.title}</h1>
        <p className="muted">{[say('opened', { date: view.opened }), due, say('for', { who: view.who ?? say('everybody') }), view.skipped > 0 ? say('skipped', { n: view.skipped }) : ''].filter(Boolean).join(' · ')}</p>
        <Progress done={view.done} total={view.total} text={say('progress', { done: view.done, total: view.total })} />
      </div>
    </div>
  )
}

const Round = ({ view }: { view: RoundVM }) => {
  const say = useRound()
  const open = view.checks.filter(({ state }) => state === 'open')
  const done = view.checks.filter(({ state }) => state !== 'open')
  return (
    <main className="page rounds stack" id="main">
      <Head view={view} />
      {view.finished ? <Banner tone="done" title={say('finished', { date: view.finished })} /> : null}
      {view.late ? <Banner tone="late" title={say('late')} /> : null}
      {view.missed > 0 ? <Banner title={say('missed', { n: view.missed })} /> : null}
      {!view.finished && !view.mine ? <Banner title={say('notYours', { who: view.who ?? say('everybody') })} /> : null}
      <Places title={say('todo')} checks={open} empty={say(view.done === view.total ? 'empty' : 'emptyMine')} />
      {done.length > 0 ? <Places title={say('doneHeading')} checks={done} /> : null}
    </main>
  )
}

/** A round as the list of its places, those to be checked first. */
export const RoundPage = ({ view, words }: { view: RoundVM; words: RoundWords }) => <RoundProvider words={words}><Round view={view} /></RoundProvider>
