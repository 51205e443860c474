'use client'

import type { RegisterDef } from '../../../domain/registers/types'
import type { RoleChoice } from '../../../services/registers/studio'
import { Check } from '../kit'
import { useSay } from '../words'

type List = 'viewers' | 'editors'
type Props = { def: RegisterDef; roles: readonly RoleChoice[]; canEdit: boolean; onChange: (def: RegisterDef) => void }

const Roles = ({ def, roles, list, onChange }: Omit<Props, 'canEdit'> & { list: List }) => {
  const say = useSay('registers')
  const chosen = def[list]
  const may = (role: RoleChoice): boolean => (list === 'viewers' ? role.view : role.edit)
  const toggle = (code: string, on: boolean): void => onChange({ ...def, [list]: on ? [...chosen, code] : chosen.filter((each) => each !== code) })
  // A role without the right is offered only where it was chosen: taking it out again must be possible.
  const offered = roles.filter((role) => may(role) || chosen.includes(role.code))
  return (
    <fieldset className="register-part">
      <legend>{say(`studio.${list}`)}</legend>
      <p className="hint">{say(`studio.${list}Hint`)}</p>
      <div className="register-checks">
        {offered.map((role) => <Check key={role.code} label={role.name} hint={may(role) ? undefined : say('studio.noRight')} checked={chosen.includes(role.code)} onChange={(on) => toggle(role.code, on)} />)}
      </div>
    </fieldset>
  )
}

/** Which roles see and edit a register; the right and its scope are the role's own. */
export const People = ({ def, roles, canEdit, onChange }: Props) => {
  const say = useSay('registers')
  return (
    <section className="panel panel-pad" aria-labelledby="register-people">
      <h2 id="register-people">{say('studio.people')}</h2>
      <fieldset className="plain-set stack" disabled={!canEdit}>
        <legend className="sr">{say('studio.people')}</legend>
        <Roles def={def} roles={roles} list="viewers" onChange={onChange} />
        <Roles def={def} roles={roles} list="editors" onChange={onChange} />
      </fieldset>
    </section>
  )
}
