'use client'

import { useState } from 'react'
import { changedLimits, newLimit, putLimit, removeLimit } from '../../../domain/clocks/editLimits'
import type { Limit, LimitSet } from '../../../domain/clocks/types'
import { say as wordsIn } from '../../../domain/words'
import type { DraftView } from '../../../services/structure/drafts'
import type { LimitsView } from '../../../services/studio/limits/editor'
import { Issues, Mark, NoneYet, useDraft, VersionBar } from '../kit'
import { useSay, useStudio } from '../words'
import { AppliesTable } from './AppliesTable'
import { GapNotes } from './GapNote'
import { limitAt, worded } from './issues'
import type { LimitWorld } from './labels'
import { LimitDialog } from './LimitDialog'
import { LimitTable } from './LimitTable'
import { TryDue } from './TryDue'

type Can = { edit: boolean; publish: boolean }

const Changes = ({ before, after, world: { say, lang } }: { before: readonly Limit[]; after: readonly Limit[]; world: LimitWorld }) => {
  const changes = changedLimits(before, after)
  if (changes.length === 0) return null
  return (
    <details className="panel rule-changes">
      <summary className="panel-head"><h2>{say('changes.heading')}</h2><p>{changes.length}</p></summary>
      <ul className="panel-pad stack-s">{changes.map(({ kind, code, name }) => <li key={`${kind} ${code}`}><Mark tone="none">{say(`changes.${kind}`)}</Mark> {wordsIn(name, lang)}</li>)}</ul>
    </details>
  )
}

const Editor = ({ draft, view, can, world }: { draft: DraftView<LimitSet>; view: LimitsView; can: Can; world: LimitWorld }) => {
  const [state, acts] = useDraft(draft)
  const [open, setOpen] = useState<{ limit: Limit; isNew: boolean }>()
  const { definition: set, view: { current } } = state
  const before = current?.definition.limits ?? []
  const issues = worded(state.issues, set, world)
  const edit = (limit: Limit | undefined) => { if (limit) setOpen({ limit, isNew: false }) }
  const close = () => setOpen(undefined)
  return (
    <>
      <VersionBar state={state} acts={acts} changes={changedLimits(before, set.limits).length} canEdit={can.edit} canPublish={can.publish} />
      <div className="stack gap-notes"><GapNotes gaps={view.gaps} say={world.say} /></div>
      <div className="cols cols-try">
        <div className="stack">
          <LimitTable set={set} issues={issues} world={world} onEdit={can.edit ? edit : undefined} onAdd={can.edit ? () => setOpen({ limit: newLimit(set), isNew: true }) : undefined} />
          <Issues issues={issues} onGo={can.edit ? (path) => edit(set.limits[limitAt(path) ?? -1]) : undefined} />
          {current ? <Changes before={before} after={set.limits} world={world} /> : null}
        </div>
        <TryDue set={set} calendar={view.calendar} world={world} />
      </div>
      <AppliesTable set={set} world={world} />
      {open ? (
        <LimitDialog key={open.limit.code} limit={open.limit} isNew={open.isNew} set={set} world={world} onClose={close}
          onDone={(limit) => { acts.change((now) => putLimit(now, limit)); close() }} onRemove={() => { acts.change((now) => removeLimit(now, open.limit.code)); close() }} />
      ) : null}
    </>
  )
}

const Sets = ({ sets, say }: Pick<LimitsView, 'sets'> & Pick<LimitWorld, 'say'>) => {
  if (sets.length === 0) return null
  return (
    <nav className="bar routing-sets" aria-label={say('sets.label')}>
      {sets.map(({ code, name, here, inForce }) => <a key={code} className="btn btn-small" href={`/admin/structure/limits?set=${encodeURIComponent(code)}`} aria-current={here ? 'page' : undefined}>{name} · {say(inForce ? 'sets.inForce' : 'sets.notInForce')}</a>)}
    </nav>
  )
}

/** The editor of the limits: what each is for, how long, who is told; tried on any moment, published with a reason. */
export const LimitsEditor = ({ view, can }: { view: LimitsView; can: Can }) => {
  const say = useSay('studioLimits')
  const { lang } = useStudio()
  const world: LimitWorld = { choices: view.choices, say, lang }
  return (
    <>
      <Sets sets={view.sets} say={say} />
      {view.draft ? <Editor draft={view.draft} view={view} can={can} world={world} /> : (
        <NoneYet<LimitSet> kind="limits" first={{ code: 'limits-1', name: { zh: say('none.name') }, limits: [] }} words={{ heading: say('none.heading'), text: say('none.text'), make: say('none.make') }} can={can.edit} />
      )}
    </>
  )
}
