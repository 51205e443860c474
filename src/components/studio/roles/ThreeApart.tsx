'use client'

import { EXCLUSIVE_KINDS } from '../../../domain/access/exclusion'
import { say as sayWords } from '../../../domain/words'
import type { RoleColumn } from '../../../services/studio/roles/view'
import { useSay, useStudio } from '../words'

/** The three roles that exclude one another, who holds them, and what each of them may not do. */
export const ThreeApart = ({ roles }: { roles: readonly RoleColumn[] }) => {
  const say = useSay('studioRoles')
  const { lang } = useStudio()
  const rows = EXCLUSIVE_KINDS.flatMap((kind) => roles.filter(({ exclusive }) => exclusive === kind).map((role) => ({ kind, role })))
  return (
    <section className="panel" aria-labelledby="apart">
      <div className="panel-head"><h2 id="apart">{say('apart.heading')}</h2></div>
      <p className="panel-pad small">{say('apart.why')}</p>
      <div className="scroll">
        <table className="stacked">
          <thead><tr><th scope="col">{say('apart.role')}</th><th scope="col">{say('apart.now')}</th><th scope="col">{say('apart.cannot')}</th></tr></thead>
          <tbody>
            {rows.map(({ kind, role }) => (
              <tr key={role.id}>
                <th scope="row">{sayWords(role.name, lang)}</th>
                <td data-l={say('apart.now')}>{role.holders === undefined || role.holders.length === 0 ? say('nobodyHolds') : role.holders.join('、')}</td>
                <td data-l={say('apart.cannot')}>{say(`apart.${kind}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="panel-foot small">{say('apart.grant')}</p>
    </section>
  )
}
