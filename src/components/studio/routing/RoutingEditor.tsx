'use client'

import { useState } from 'react'
import { changedRules } from '../../../domain/routing/edit'
import type { RoutingSet } from '../../../domain/routing/types'
import type { DraftView } from '../../../services/structure/drafts'
import type { RoutingEditorView } from '../../../services/studio/routing/editor'
import type { ReplayAnswer } from '../../../services/studio/routing/replay'
import { Issues, NoneYet, useDraft, VersionBar } from '../kit'
import { useSay, useStudio } from '../words'
import { Changes } from './Changes'
import { RoutingProvider } from './context'
import { ruleAt, worded } from './issues'
import { Replay } from './Replay'
import { Rules } from './Rules'
import { TryPane } from './TryPane'

type Can = { edit: boolean; publish: boolean }

const Editor = ({ draft, can }: { draft: DraftView<RoutingSet>; can: Can }) => {
  const say = useSay('studioRouting')
  const { lang } = useStudio()
  const [state, acts] = useDraft(draft)
  const [open, setOpen] = useState<string>()
  const [replay, setReplay] = useState<{ of: string; replay: ReplayAnswer }>()
  const { definition: set, view } = state
  const before = view.current?.definition
  const changes = changedRules(before?.rules ?? [], set.rules)
  const issues = worded(state.issues, set, { say, lang })
  const goTo = (path: string) => setOpen(set.rules[ruleAt(path) ?? -1]?.code)
  return (
    <>
      <VersionBar state={state} acts={acts} changes={changes.length} canEdit={can.edit} canPublish={can.publish} />
      <div className="cols cols-try">
        <div className="stack">
          <Rules set={set} before={before} issues={issues} replay={replay?.replay} canEdit={can.edit} open={open} onOpen={setOpen} onChange={acts.change} />
          <Issues issues={issues} onGo={can.edit ? goTo : undefined} />
          {before ? <Changes changes={changes} /> : null}
        </div>
        <TryPane set={set} />
      </div>
      <Replay set={set} answer={replay} onAnswer={setReplay} />
    </>
  )
}

const Sets = ({ sets }: Pick<RoutingEditorView, 'sets'>) => {
  const say = useSay('studioRouting')
  if (sets.length === 0) return null
  return (
    <nav className="bar routing-sets" aria-label={say('sets.label')}>
      {sets.map(({ code, name, here, inForce }) => <a key={code} className="btn btn-small" href={`/admin/structure/routing?set=${encodeURIComponent(code)}`} aria-current={here ? 'page' : undefined}>{name} · {say(inForce ? 'sets.inForce' : 'sets.notInForce')}</a>)}
    </nav>
  )
}

/** The editor of the routing rules: written as sentences, tried on a made-up matter and on the last ones, published with a reason. */
export const RoutingEditor = ({ view, can, fixes }: { view: RoutingEditorView; can: Can; fixes: Record<string, string> }) => {
  const say = useSay('studioRouting')
  return (
    <RoutingProvider choices={view.choices} fixes={fixes}>
      <Sets sets={view.sets} />
      {view.draft ? <Editor draft={view.draft} can={can} /> : (
        <NoneYet<RoutingSet> kind="routing" first={{ code: 'routing-1', name: { zh: say('none.name') }, rules: [] }} words={{ heading: say('none.heading'), text: say('none.text'), make: say('none.make') }} can={can.edit} />
      )}
    </RoutingProvider>
  )
}
