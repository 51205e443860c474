'use client'

import { useState } from 'react'
import type { RolesView } from '../../../services/studio/roles/view'
import { say as sayWords } from '../../../domain/words'
import { Icon, Note } from '../kit'
import { useSay, useStudio } from '../words'
import { Matrix } from './Matrix'
import { RolePane } from './RolePane'
import { SeeAs } from './SeeAs'
import { ThreeApart } from './ThreeApart'

/** Roles as a matrix of rights, one of them to be changed, and what the world looks like with its eyes. */
export const RolesPage = ({ view }: { view: RolesView }) => {
  const say = useSay('studioRoles')
  const { lang } = useStudio()
  const [chosen, setChosen] = useState<string | 'new' | undefined>()
  const role = view.roles.find(({ id }) => id === chosen)
  return (
    <>
      <div className="page-head">
        <div><h1>{say('heading')}</h1><p>{say('lead')}</p></div>
        {view.can.edit ? <span className="bar"><a className="btn" href="/admin/collections/grants">{say('grantLink')}</a><button type="button" className="btn btn-main" onClick={() => setChosen('new')}><Icon name="plus" />{say('add')}</button></span> : null}
      </div>
      {view.can.edit ? null : <Note tone="info">{say('readOnly')}</Note>}
      <Matrix view={view} chosen={chosen} onChoose={setChosen} />
      {view.can.edit && (role || chosen === 'new')
        ? <RolePane key={chosen} role={role} groups={view.groups} title={role ? say('edit', { name: sayWords(role.name, lang) }) : say('add')} onClose={() => setChosen(undefined)} />
        : null}
      <div className="cols cols-two">
        {view.can.see ? <SeeAs view={view} role={role?.id} /> : null}
        <ThreeApart roles={view.roles} />
      </div>
    </>
  )
}
