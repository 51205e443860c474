'use client'

import { useMemo, useState } from 'react'
import type { PeopleView, PersonLine } from '../../../services/studio/people/person'
import { PickOne, TextField } from '../kit'
import { useSay, useStudio } from '../words'
import { spanText } from './words'

type Filter = { text: string; team?: string; post?: string; unit?: string }

const fits = ({ name, places }: PersonLine, { text, team, post, unit }: Filter): boolean =>
  name.includes(text.trim()) && (!(team ?? post ?? unit) || places.some((place) => place.now && (!team || place.team === team) && (!post || place.post === post) && (!unit || place.units.includes(unit))))

const asChoices = (names: Record<string, string>) => Object.entries(names).map(([id, name]) => ({ id, name }))

const Row = ({ person, view }: { person: PersonLine; view: PeopleView }) => {
  const say = useSay('studioPeople')
  const studio = useStudio()
  const unit = (id: string) => view.options.units.find((one) => one.id === id)?.name
  const held = person.places.filter(({ now }) => now)
  return (
    <tr className={person.active ? undefined : 'muted'}>
      <th scope="row"><a href={`/admin/structure/people/${person.id}`}>{person.name}</a>{person.active ? null : <small> · {say('whole.gone')}</small>}</th>
      <td data-l={say('whole.where')}>
        <ul className="stack-s">
          {held.map((place) => (
            <li key={place.id}>
              {[view.teams[place.team ?? ''], view.posts[place.post ?? ''], place.units.flatMap((id) => unit(id) ?? []).join('、')].filter(Boolean).join(' · ')}
              <small className="muted">{` ${spanText(place, { say, ...studio })}`}</small>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

/** Who is where: everybody, found by name, team, post or unit. */
export const PeoplePage = ({ view }: { view: PeopleView }) => {
  const say = useSay('studioPeople')
  const [filter, setFilter] = useState<Filter>({ text: '' })
  const set = (change: Partial<Filter>) => setFilter((now) => ({ ...now, ...change }))
  const shown = useMemo(() => view.people.filter((person) => fits(person, filter)), [view.people, filter])
  return (
    <>
      <div className="page-head">
        <div><h1>{say('whole.heading')}</h1><p>{say('whole.lead')}</p></div>
        {view.canAdd ? <a className="btn btn-main" href="/admin/structure/setup#step-people">{say('whole.add')}</a> : null}
      </div>
      <section className="panel panel-pad cols cols-even" role="search" aria-label={say('whole.find')}>
        <TextField label={say('whole.name')} value={filter.text} onChange={(text) => set({ text })} />
        <PickOne label={say('whole.team')} value={filter.team} choices={asChoices(view.teams)} placeholder={say('whole.any')} onChange={(team) => set({ team })} />
        <PickOne label={say('whole.post')} value={filter.post} choices={asChoices(view.posts)} placeholder={say('whole.any')} onChange={(post) => set({ post })} />
        <PickOne label={say('whole.unit')} value={filter.unit} choices={view.options.units} placeholder={say('whole.any')} onChange={(unit) => set({ unit })} />
      </section>
      <section className="panel" aria-labelledby="count">
        <div className="panel-head" role="status"><h2 id="count">{say('whole.count', { count: shown.length })}</h2></div>
        {shown.length === 0 ? <p className="empty">{say('whole.none')}</p> : (
          <div className="scroll">
            <table className="stacked">
              <thead><tr><th scope="col">{say('whole.name')}</th><th scope="col">{say('whole.where')}</th></tr></thead>
              <tbody>{shown.map((person) => <Row key={person.id} person={person} view={view} />)}</tbody>
            </table>
          </div>
        )}
      </section>
    </>
  )
}
