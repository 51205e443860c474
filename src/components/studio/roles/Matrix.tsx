'use client'

import type { Permission } from '../../../domain/access/types'
import { say as sayWords } from '../../../domain/words'
import type { RoleColumn, RolesView } from '../../../services/studio/roles/view'
import { useSay, useSayMaybe, useStudio } from '../words'

type Props = { view: RolesView; chosen: string | undefined; onChoose: (id: string) => void }

const LOOKS: Record<RoleColumn['reach'], string> = { office: 'seal seal-all', unit: 'seal seal-part', team: 'seal seal-part', category: 'seal seal-part', nobody: 'seal seal-own' }

const Cell = ({ role, permission }: { role: RoleColumn; permission: Permission }) => {
  const say = useSay('studioRoles')
  if (!role.permissions.includes(permission)) return <i className="seal seal-no"><span aria-hidden="true">·</span><span className="sr">{say('none')}</span></i>
  return <i className={LOOKS[role.reach]} title={say(`reach.${role.reach}`)}><span aria-hidden="true">{say(`seal.${role.reach}`)}</span><span className="sr">{say(`reach.${role.reach}`)}</span></i>
}

const Legend = () => {
  const say = useSay('studioRoles')
  return (
    <p className="legend push">
      {(['office', 'unit', 'team', 'category', 'nobody'] as const).map((reach) => <span key={reach}><i className={LOOKS[reach]} aria-hidden="true">{say(`seal.${reach}`)}</i>{say(`reach.${reach}`)}</span>)}
    </p>
  )
}

/** Rights down, roles across; a cell says how far the role reaches where it is granted. */
export const Matrix = ({ view: { groups, roles }, chosen, onChoose }: Props) => {
  const say = useSay('studioRoles')
  const right = useSayMaybe('studioRoles')
  const { lang } = useStudio()
  const column = (id: string) => (id === chosen ? 'col-on' : undefined)
  return (
    <div className="panel">
      <div className="panel-head"><h2 id="matrix">{say('matrix')}</h2><Legend /></div>
      <div className="scroll" tabIndex={0} role="region" aria-labelledby="matrix">
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{say('do')}</th>
              {roles.map(({ id, name }) => (
                <th key={id} scope="col" className={column(id)}><button type="button" className="matrix-role" aria-pressed={id === chosen} onClick={() => onChoose(id)}>{sayWords(name, lang)}</button></th>
              ))}
            </tr>
          </thead>
          {groups.map(({ group, permissions }) => (
            <tbody key={group}>
              <tr className="group"><th scope="rowgroup">{say(`group.${group}`)}</th>{roles.map(({ id }) => <td key={id} className={column(id)} />)}</tr>
              {permissions.map((permission) => (
                <tr key={permission}>
                  <th scope="row">{right(`permission.${permission}`) ?? permission}</th>
                  {roles.map((role) => <td key={role.id} className={column(role.id)}><Cell role={role} permission={permission} /></td>)}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </div>
  )
}
