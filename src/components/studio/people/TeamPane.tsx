'use client'

import { useState } from 'react'
import { say as sayWords } from '../../../domain/words'
import type { MemberLine, TeamLine, TeamsView } from '../../../services/studio/people/view'
import { Icon, Mark } from '../kit'
import { useSay, useStudio } from '../words'
import { MemberForm } from './MemberForm'
import { gapText, sizeText, spanText } from './words'

type Props = { team: TeamLine; view: TeamsView; onEdit: () => void }

const names = (ids: readonly string[], options: readonly { id: string; name: string }[]): string => ids.flatMap((id) => options.find((one) => one.id === id)?.name ?? []).join('、')

const Gaps = ({ team, view }: Omit<Props, 'onEdit'>) => {
  const say = useSay('studioPeople')
  const { lang } = useStudio()
  if (team.gaps.length === 0) return <p className="panel-foot small"><Mark tone="ok">{say('gap.none')}</Mark></p>
  return (
    <div className="panel-foot">
      <h3>{say('gap.heading')}</h3>
      <ul className="stack-s">{team.gaps.map((gap) => <li key={`${gap.code}${gap.seat}${gap.person}${gap.category}`}><Mark tone="warn">{gapText(gap, { say, lang, team, options: view })}</Mark></li>)}</ul>
    </div>
  )
}

const Member = ({ member, team, view, onEdit }: Props & { member: MemberLine }) => {
  const say = useSay('studioPeople')
  const studio = useStudio()
  const act = useSay('studio')
  const seat = team.seats.find(({ code }) => code === member.seat)
  return (
    <tr className={member.now ? undefined : 'muted'}>
      <th scope="row"><a href={`/admin/structure/people/${member.person}`}>{member.name}</a></th>
      <td data-l={say('post')}>{[sayWords(seat?.name, studio.lang), sayWords(view.posts.find(({ id }) => id === member.post)?.name, studio.lang)].filter(Boolean).join(' · ')}</td>
      <td data-l={say('covers')}>{names(member.units, view.units)}</td>
      <td data-l={say('leads')}>{names(member.leads, view.categories)}</td>
      <td data-l={say('from')}>{spanText(member, { say, ...studio })}</td>
      <td>{view.can.members ? <button type="button" className="btn btn-icon" aria-label={say('editMember', { name: member.name })} onClick={onEdit}><Icon name="pen" /></button> : <span className="sr">{act('version.readOnly')}</span>}</td>
    </tr>
  )
}

const Members = ({ team, view }: Omit<Props, 'onEdit'>) => {
  const say = useSay('studioPeople')
  const [asking, setAsking] = useState<MemberLine | 'new'>()
  const [past, setPast] = useState(false)
  const all = view.members.filter((member) => member.team === team.id)
  const shown = all.filter(({ now }) => past || now)
  return (
    <>
      <div className="panel-head">
        <h3>{say('members')}</h3><p>{say('people', { count: team.size })}</p>
        {all.some(({ now }) => !now) ? <label className="check"><input type="checkbox" checked={past} onChange={(event) => setPast(event.target.checked)} /><span>{say('past')}</span></label> : null}
        {view.can.members ? <button type="button" className="btn btn-small push" onClick={() => setAsking('new')}><Icon name="plus" />{say('addMember')}</button> : null}
      </div>
      {shown.length === 0 ? <p className="empty">{say('noMembers')}</p> : (
        <div className="scroll" tabIndex={0} role="region" aria-label={say('members')}>
          <table className="stacked">
            <thead><tr><th scope="col">{say('person')}</th><th scope="col">{say('post')}</th><th scope="col">{say('covers')}</th><th scope="col">{say('leads')}</th><th scope="col">{say('from')}</th><th scope="col"><span className="sr">{say('edit')}</span></th></tr></thead>
            <tbody>{shown.map((member) => <Member key={member.id} member={member} team={team} view={view} onEdit={() => setAsking(member)} />)}</tbody>
          </table>
        </div>
      )}
      {asking ? <MemberForm member={asking === 'new' ? undefined : asking} team={team} view={view} onClose={() => setAsking(undefined)} /> : null}
    </>
  )
}

/** One team: what it is for, who is in it, and what is against its rules. */
export const TeamPane = ({ team, view, onEdit }: Props) => {
  const say = useSay('studioPeople')
  const { lang } = useStudio()
  return (
    <section className="panel" aria-labelledby="team">
      <div className="panel-head"><h2 id="team">{sayWords(team.name, lang)}</h2>{view.can.edit ? <button type="button" className="btn btn-small push" onClick={onEdit}><Icon name="pen" />{say('edit')}</button> : null}</div>
      <dl className="facts panel-pad">
        {team.duty ? <><dt>{say('duty')}</dt><dd>{sayWords(team.duty, lang)}</dd></> : null}
        <dt>{say('units')}</dt><dd>{names(team.units, view.units) || say('allUnits')}</dd>
        {team.phone ? <><dt>{say('phone')}</dt><dd>{team.phone}</dd></> : null}
        {sizeText(team, say) ? <><dt>{say('members')}</dt><dd>{`${say('people', { count: team.size })} · ${sizeText(team, say)}`}</dd></> : null}
        {team.seats.length > 0 ? <><dt>{say('seats')}</dt><dd>{team.seats.map(({ name }) => sayWords(name, lang)).join('、')}</dd></> : null}
      </dl>
      <Members team={team} view={view} />
      <Gaps team={team} view={view} />
    </section>
  )
}
