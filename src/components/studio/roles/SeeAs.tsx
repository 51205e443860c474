'use client'

import { useState } from 'react'
import { say as sayWords } from '../../../domain/words'
import type { SeenAs } from '../../../services/studio/roles/seeAs'
import type { RolesView } from '../../../services/studio/roles/view'
import { ask, type Fault } from '../api'
import { FaultNote, Icon } from '../kit'
import { useSay, useStudio } from '../words'

const Seen = ({ seen }: { seen: SeenAs }) => {
  const say = useSay('studioRoles')
  const listed = (names: string[]) => (names.length > 0 ? names.join(' · ') : say('see.nothing'))
  return (
    <div className="stack" role="status">
      <dl className="facts">
        <dt>{say('see.matters')}</dt><dd>{say('see.mattersText', { count: seen.matters, all: seen.allMatters })}</dd>
        <dt>{say('see.restricted')}</dt><dd>{say(seen.restricted ? 'see.yes' : 'see.no')}</dd>
        <dt>{say('see.contacts')}</dt><dd>{say(seen.contacts ? 'see.contactsYes' : 'see.contactsNo')}</dd>
        <dt>{say('see.pages')}</dt><dd>{listed(seen.pages)}</dd>
        <dt>{say('see.editors')}</dt><dd>{listed(seen.editors)}</dd>
      </dl>
      {seen.steps.length > 0 ? (
        <table className="tight">
          <caption>{say('see.steps')}</caption>
          <thead><tr><th scope="col">{say('see.step')}</th><th scope="col">{say('see.may')}</th><th scope="col">{say('see.mayNot')}</th></tr></thead>
          <tbody>{seen.steps.map(({ name, may, mayNot }) => <tr key={name}><th scope="row">{name}</th><td>{may.join(' · ')}</td><td className="muted">{mayNot.join(' · ')}</td></tr>)}</tbody>
        </table>
      ) : null}
    </div>
  )
}

/** What the portal looks like to somebody with a role, in a place; asked of the access rules, changing nothing. */
export const SeeAs = ({ view: { roles, units, teams }, role: first }: { view: RolesView; role: string | undefined }) => {
  const say = useSay('studioRoles')
  const { lang } = useStudio()
  const [picked, setPicked] = useState<string>()
  const [unit, setUnit] = useState('')
  const [team, setTeam] = useState('')
  const [seen, setSeen] = useState<SeenAs>()
  const [fault, setFault] = useState<Fault>()
  const role = picked ?? first ?? roles[0]?.id ?? ''
  const place = units.find(({ name }) => name === unit)
  const look = async () => {
    const answer = await ask<SeenAs>('roles/see', { method: 'POST', json: { role, ...(place ? { unit: place.id } : {}), ...(team ? { team } : {}) } })
    setFault(answer.ok ? undefined : answer.fault)
    setSeen(answer.ok ? answer.data : undefined)
  }
  return (
    <section className="try" aria-labelledby="see">
      <div className="try-head"><Icon name="eye" /><h2 id="see">{say('see.heading')}</h2><p>{say('see.lead')}</p></div>
      <p className="sentence-edit">
        {say('see.role')} <select className="slot" aria-label={say('see.role')} value={role} onChange={(event) => setPicked(event.target.value)}>{roles.map(({ id, name }) => <option key={id} value={id}>{sayWords(name, lang)}</option>)}</select>
        {' '}{say('see.where')} <input className="slot" list="see-units" aria-label={say('see.where')} placeholder={say('see.office')} value={unit} onChange={(event) => setUnit(event.target.value)} />
        {say('see.team')} <select className="slot" aria-label={say('see.team')} value={team} onChange={(event) => setTeam(event.target.value)}><option value="">{say('see.noTeam')}</option>{teams.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>
        <datalist id="see-units">{units.map(({ id, name }) => <option key={id} value={name} />)}</datalist>
      </p>
      <p className="bar"><button type="button" className="btn btn-stage" onClick={() => void look()}>{say('see.go')}</button></p>
      <FaultNote fault={fault} />
      {seen ? <Seen seen={seen} /> : null}
    </section>
  )
}
