'use client'

import { useState } from 'react'
import { say as sayWords } from '../../../domain/words'
import type { PostLine, TeamLine, TeamsView } from '../../../services/studio/people/view'
import { Icon, Mark } from '../kit'
import { useHash } from '../territory/useHash'
import { useSay, useStudio } from '../words'
import { PostForm } from './PostForm'
import { TeamForm } from './TeamForm'
import { TeamPane } from './TeamPane'
import { sizeText } from './words'

type Asking = { what: 'team'; team?: TeamLine; kind: 'team' | 'leading' } | { what: 'post'; post?: PostLine }

const TeamItem = ({ team, current, onChoose }: { team: TeamLine; current: boolean; onChoose: () => void }) => {
  const say = useSay('studioPeople')
  const { lang } = useStudio()
  return (
    <li aria-current={current ? 'true' : undefined} className={team.active ? undefined : 'off'}>
      <button type="button" className="pick-row" aria-pressed={current} onClick={onChoose}>
        <b>{sayWords(team.name, lang)}</b>
        <small className="muted">{[say('people', { count: team.size }), sizeText(team, say), team.active ? '' : say('closed')].filter(Boolean).join(' · ')}</small>
        {team.gaps.length > 0 ? <Mark tone="warn">{team.gaps.length}</Mark> : null}
      </button>
    </li>
  )
}

type ListProps = { title: string; add: string; teams: readonly TeamLine[]; chosen: string | undefined; canEdit: boolean; onChoose: (id: string) => void; onAdd: () => void; empty: string }

const TeamList = ({ title, add, teams, chosen, canEdit, onChoose, onAdd, empty }: ListProps) => (
  <section className="panel" aria-label={title}>
    <div className="panel-head"><h2>{title}</h2>{canEdit ? <button type="button" className="btn btn-small push" onClick={onAdd}><Icon name="plus" />{add}</button> : null}</div>
    {teams.length === 0 ? <p className="empty">{empty}</p> : <ul className="pick-list">{teams.map((team) => <TeamItem key={team.id} team={team} current={team.id === chosen} onChoose={() => onChoose(team.id)} />)}</ul>}
  </section>
)

const Posts = ({ view, onAsk }: { view: TeamsView; onAsk: (asking: Asking) => void }) => {
  const say = useSay('studioPeople')
  const { lang } = useStudio()
  return (
    <section className="panel" aria-labelledby="posts">
      <div className="panel-head"><h2 id="posts">{say('posts')}</h2>{view.can.edit ? <button type="button" className="btn btn-small push" onClick={() => onAsk({ what: 'post' })}><Icon name="plus" />{say('addPost')}</button> : null}</div>
      {view.posts.length === 0 ? <p className="empty">{say('noPosts')}</p> : (
        <ul className="cols cols-even panel-pad">
          {view.posts.map((post) => (
            <li key={post.id} className={post.active ? undefined : 'muted'}>
              {view.can.edit ? <button type="button" className="link" onClick={() => onAsk({ what: 'post', post })}>{sayWords(post.name, lang)}</button> : <b>{sayWords(post.name, lang)}</b>}
              <p className="small muted">{say('people', { count: post.holders })}</p>
              {post.duty ? <p className="small">{sayWords(post.duty, lang)}</p> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Teams and leading groups, who is in them, and posts. */
export const TeamsPage = ({ view }: { view: TeamsView }) => {
  const say = useSay('studioPeople')
  const [named, setChosen] = useHash()
  const chosen = view.teams.some(({ id }) => id === named) ? named : view.teams[0]?.id
  const [asking, setAsking] = useState<Asking>()
  const team = view.teams.find(({ id }) => id === chosen)
  const list = (kind: 'team' | 'leading') => ({
    teams: view.teams.filter((one) => one.kind === kind), chosen, canEdit: view.can.edit, onChoose: setChosen, onAdd: () => setAsking({ what: 'team', kind }),
  })
  return (
    <>
      <div className="page-head"><div><h1>{say('heading')}</h1><p>{say('lead')}</p></div></div>
      <div className="cols cols-side">
        <div className="stack">
          <TeamList {...list('team')} title={say('teams')} add={say('addTeam')} empty={say('noTeams')} />
          <TeamList {...list('leading')} title={say('groups')} add={say('addGroup')} empty={say('seatsHint')} />
        </div>
        {team ? <TeamPane key={team.id} team={team} view={view} onEdit={() => setAsking({ what: 'team', team, kind: team.kind })} /> : null}
      </div>
      <Posts view={view} onAsk={setAsking} />
      {asking?.what === 'team' ? <TeamForm team={asking.team} kind={asking.kind} units={view.units} onClose={() => setAsking(undefined)} /> : null}
      {asking?.what === 'post' ? <PostForm post={asking.post} onClose={() => setAsking(undefined)} /> : null}
    </>
  )
}
