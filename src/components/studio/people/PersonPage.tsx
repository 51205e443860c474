'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { HandedOver } from '../../../services/people/handOver'
import type { MatterLine, PersonView } from '../../../services/studio/people/person'
import { Note } from '../kit'
import { useSay, useStudio } from '../words'
import { Account } from './Account'
import { HandOver } from './HandOver'
import { spanText } from './words'

const Matters = ({ title, matters }: { title: string; matters: readonly MatterLine[] }) => {
  const say = useSay('studioPeople')
  if (matters.length === 0) return null
  return (
    <section className="panel" aria-label={title}>
      <div className="panel-head"><h2>{title}</h2><p>{matters.length}</p></div>
      <ul className="panel-pad stack-s">{matters.map(({ id, number, title: name, href }) => <li key={id}>{href ? <a href={href}>{`${number} ${name ?? ''}`}</a> : <span className="muted">{`${number} ${say('one.restricted')}`}</span>}</li>)}</ul>
    </section>
  )
}

const Named = ({ title, rows }: { title: string; rows: readonly { id: string; name: string }[] }) =>
  rows.length === 0 ? null : (
    <section className="panel" aria-label={title}>
      <div className="panel-head"><h2>{title}</h2><p>{rows.length}</p></div>
      <ul className="panel-pad stack-s">{rows.map(({ id, name }) => <li key={id}>{name}</li>)}</ul>
    </section>
  )

/** What whoever looks should know before handing anything over. */
const Standing = ({ view }: { view: PersonView }) => {
  const say = useSay('studioPeople')
  return (
    <>
      {view.active ? null : <Note tone="info">{say('one.gone')}</Note>}
      {view.isMe ? <Note tone="info">{say('one.self')}</Note> : null}
      {view.can.hand && !view.can.units ? <Note tone="info">{say('one.needsUnits', { count: view.led.length + view.officered.length })}</Note> : null}
    </>
  )
}

/** One member of staff: what hangs on them, and handing it over. */
export const PersonPage = ({ view }: { view: PersonView }) => {
  const say = useSay('studioPeople')
  const studio = useStudio()
  const router = useRouter()
  const [done, setDone] = useState<HandedOver>()
  const handed = (told: HandedOver) => {
    setDone(told)
    router.refresh()
  }
  const { matters, shares, led, officered, memberships, grants } = view
  const empty = [matters, shares, led, officered, memberships, grants].every((rows) => rows.length === 0)
  const hands = view.can.hand && view.can.units && !done
  const place = (id: string | undefined, table: Record<string, string>) => table[id ?? '']
  return (
    <>
      <div className="page-head"><div><h1>{view.name}</h1><p>{say('one.lead')}</p></div></div>
      <div role="status">{done ? <Note tone="ok">{say('one.done', done)} <a href="/admin/structure/people">{say('whole.heading')}</a></Note> : null}</div>
      <Standing view={view} />
      <div className={hands ? 'cols cols-try' : 'cols'}>
        <div className="stack">
          {empty ? <p className="panel empty">{say('one.nothing')}</p> : null}
          <Matters title={say('one.matters')} matters={matters} />
          <Matters title={say('one.shares')} matters={shares} />
          <Named title={say('one.led')} rows={led} />
          <Named title={say('one.officered')} rows={officered} />
          <Named title={say('one.memberships')} rows={memberships.map((row) => ({ id: row.id, name: [place(row.team, view.teams), place(row.post, view.posts), row.units.flatMap((id) => view.options.units.find((unit) => unit.id === id)?.name ?? []).join('、'), spanText(row, { say, ...studio })].filter(Boolean).join(' · ') }))} />
          <Named title={say('one.grants')} rows={grants.map(({ id, role }) => ({ id, name: role }))} />
        </div>
        {view.account ? <Account person={view.id} account={view.account} /> : null}
        {hands ? <HandOver view={view} onDone={handed} /> : null}
      </div>
    </>
  )
}
