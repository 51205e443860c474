'use client'

import { useState } from 'react'
import { instantOf, localDay } from '../time'
import type { InputVM, MatterVM } from '../types'
import { Field } from '../ui/Field'
import { Icon } from '../ui/icons'
import { OwnerMark, ownerWord, When } from '../ui/marks'
import { Panel } from '../ui/Panel'
import { useDesk, useWords, type Say } from '../words'
import { ActButton } from './ActButton'
import { ActDialog, reasonOf } from './ActDialog'
import { useBench } from './context'

type Party = MatterVM['parties'][number]
type Open = { kind: 'lead' } | { kind: 'party' } | { kind: 'end'; party: Party }

/** Who has it: the lead and the co-handlers, and how to change that. */
export const Owners = () => {
  const say = useWords()
  const { matter } = useBench()
  const [open, setOpen] = useState<Open>()
  const { can, owner, parties } = matter
  const corner = (
    <>
      {can.claim ? <ActButton act="claim" input={{}} said={say('owner.claimed')}>{say('owner.claim')}</ActButton> : null}
      {can.assign ? <button className="btn quiet small" type="button" onClick={() => setOpen({ kind: 'lead' })}>{say('picker.change')}</button> : null}
    </>
  )
  return (
    <Panel title={say('owner.title')} corner={corner}>
      <div className="inside stack">
        <dl className="facts">
          <dt>{say('owner.lead')}</dt>
          <dd><OwnerMark owner={owner} /></dd>
          {parties.length ? <dt>{say('owner.parties')}</dt> : null}
          {parties.map((party) => <PartyRow key={party.id} party={party} canEnd={can.endParty} onEnd={() => setOpen({ kind: 'end', party })} />)}
        </dl>
        {can.assignParty ? <p><button className="btn quiet small" type="button" onClick={() => setOpen({ kind: 'party' })}><Icon name="plus" />{say('owner.addParty')}</button></p> : null}
      </div>
      {open ? <OwnerDialog open={open} onClose={() => setOpen(undefined)} /> : null}
    </Panel>
  )
}

const PartyRow = ({ party, canEnd, onEnd }: { party: Party; canEnd: boolean; onEnd: () => void }) => {
  const say = useWords()
  return (
    <dd className="party-row">
      <OwnerMark owner={party.who} />
      <small className="muted">
        {party.note ? `${party.note} · ` : ''}
        {party.dueAt === undefined ? <>{say('owner.since')} <When at={party.since} /></> : <>{say('owner.until')} <When at={party.dueAt} /></>}
      </small>
      {canEnd ? <button className="btn quiet small" type="button" aria-label={say('owner.endThis', { name: ownerWord(party.who) ?? '' })} onClick={onEnd}>{say('owner.end')}</button> : null}
    </dd>
  )
}

const leadInput = (say: Say, key: string): InputVM => ({ key, kind: 'lead', role: 'lead', label: say('owner.who'), required: true })

const OwnerDialog = ({ open, onClose }: { open: Open; onClose: () => void }) => {
  const say = useWords()
  if (open.kind === 'party') return <PartyDialog onClose={onClose} />
  if (open.kind === 'end') {
    return (
      <ActDialog title={say('owner.endTitle')} act="endParty" inputs={[reasonOf(say)]} extra={{ party: open.party.id }} doWord={say('owner.end')} said={say('owner.ended')} onClose={onClose} />
    )
  }
  return (
    <ActDialog title={say('owner.changeTitle')} intro={say('owner.changeWhat')} act="assign" inputs={[leadInput(say, 'lead'), reasonOf(say)]}
      doWord={say('owner.changeDo')} said={say('owner.changed')} onClose={onClose} />
  )
}

const PartyDialog = ({ onClose }: { onClose: () => void }) => {
  const { say, now, timeZone } = useDesk()
  const [due, setDue] = useState('')
  const note: InputVM = { key: 'note', kind: 'text', role: 'outcome', label: say('parties.note'), required: false, maxLength: 200 }
  return (
    <ActDialog title={say('owner.addParty')} act="assignParty" inputs={[leadInput(say, 'who'), note]} extra={due ? { dueAt: instantOf(due, 23, 59, timeZone) } : {}}
      doWord={say('owner.addDo')} said={say('owner.added')} onClose={onClose}>
      <Field label={say('parties.due')}>
        {(control) => <input {...control} className="input" type="date" min={localDay(now, timeZone)} value={due} onChange={(event) => setDue(event.target.value)} />}
      </Field>
    </ActDialog>
  )
}
