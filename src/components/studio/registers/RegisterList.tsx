'use client'

import { useState } from 'react'
import { emptyRegister, nextRegisterCode } from '../../../domain/registers/newRegister'
import { REGISTER_SUBJECTS, type RegisterSubject } from '../../../domain/registers/types'
import type { RegisterDraftLine } from '../../../services/registers/studio'
import { Icon, Mark, NewDefinition, Note, SelectField } from '../kit'
import { useSay } from '../words'

const pathOf = (code: string): string => `/admin/structure/registers/${encodeURIComponent(code)}`

const NewRegister = ({ registers, onClose }: { registers: readonly RegisterDraftLine[]; onClose: () => void }) => {
  const say = useSay('registers')
  const [subject, setSubject] = useState<RegisterSubject>('place')
  const words = {
    title: say('studio.new'), name: say('studio.newName'), nameHint: say('studio.newHint'), nameMissing: say('studio.nameNeeded'), from: say('studio.copy'), blank: say('studio.copyNone'),
    copy: (name: string) => name, code: say('studio.code'), create: say('studio.create'),
  }
  return (
    <NewDefinition kind="register" rows={registers} firstCode={nextRegisterCode(registers.map((register) => register.code))} pathOf={pathOf} words={words} onClose={onClose}
      blank={(of) => emptyRegister({ ...of, subject, page: { zh: say('studio.firstPage') }, field: { zh: say('studio.firstField') } })}
      more={<SelectField label={say('studio.newSubject')} value={subject} options={REGISTER_SUBJECTS.map((value) => ({ value, label: say(`subject.${value}`) }))} onChange={(value) => setSubject(value as RegisterSubject)} />} />
  )
}

const Line = ({ register }: { register: RegisterDraftLine }) => {
  const say = useSay('registers')
  return (
    <tr>
      <th scope="row" data-l={say('studio.name')}><a href={pathOf(register.code)}>{register.name}</a><small className="muted register-size">{say('studio.fields', { n: register.fields })}</small></th>
      <td data-l={say('studio.subject')}>{say(`subject.${register.subject}`)}</td>
      <td data-l={say('studio.open')}>{say(register.open ? 'desk.public' : 'desk.internal')}</td>
      <td data-l={say('import.entry')}>{say('desk.entries', { n: register.entries })}</td>
      <td data-l={say('desk.state')}>{register.number === undefined ? <Mark tone="info">{say('studio.draft')}</Mark> : say('studio.live', { n: register.number })}{register.number !== undefined && register.changed ? <> <Mark tone="info">{say('studio.changed')}</Mark></> : null}</td>
    </tr>
  )
}

const heads = ['studio.name', 'studio.subject', 'studio.open', 'import.entry', 'desk.state'] as const

/** All registers, and the way to a new one. */
export const RegisterList = ({ registers, canEdit }: { registers: readonly RegisterDraftLine[]; canEdit: boolean }) => {
  const say = useSay('registers')
  const studio = useSay('studio')
  const [making, setMaking] = useState(false)
  return (
    <>
      {canEdit ? null : <Note tone="info">{studio('version.readOnly')}</Note>}
      <section className="panel" aria-labelledby="registers-all">
        <div className="panel-head">
          <h2 id="registers-all">{say('title')}</h2>
          {canEdit ? <button type="button" className="btn btn-main push" onClick={() => setMaking(true)}><Icon name="plus" />{say('studio.new')}</button> : null}
        </div>
        {registers.length === 0 ? <p className="empty"><b>{say('studio.none')}</b>{say('studio.noneHint')}</p> : (
          <div className="scroll">
            <table className="stacked">
              <thead><tr>{heads.map((key) => <th key={key} scope="col">{say(key)}</th>)}</tr></thead>
              <tbody>{registers.map((register) => <Line key={register.id} register={register} />)}</tbody>
            </table>
          </div>
        )}
      </section>
      {making ? <NewRegister registers={registers} onClose={() => setMaking(false)} /> : null}
    </>
  )
}
