import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { collections } from '@/collections'
import { PERMISSIONS } from '@/domain/access/types'
import { defaultWorkflow } from '@/domain/workflow/defaultWorkflow.fixture'
import { PHASES } from '@/domain/workflow/types'
import { STAFF_ACTS } from '@/services/matters/acts'
import type { Act } from '@/services/matters/acts/types'
import { ruleOf } from './index'

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`
const table = (head: string[], rows: string[][]) => [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n')

const collectionRows = () => [...collections].sort((one, other) => (one.slug < other.slug ? -1 : 1)).map(({ slug, access }) => [
  `\`${slug}\``, ...(['read', 'create', 'update', 'delete', 'readVersions', 'unlock'] as const).map((verb) => ruleOf(access?.[verb])),
])

const transitionRows = () => defaultWorkflow.transitions.map((item) => [
  `\`${item.code}\``, item.from.join(', '), item.to, item.actors.join(', '), item.actors.includes('staff') ? item.permission : '–', item.guards.join(', ') || '–',
])

/** The right an act needs, and those that are enough for part of it. */
const rightsOf = (act: Act): string => [act.permission ?? '–', ...new Set(PHASES.flatMap((phase) => act.instead?.({ phase }) ?? []))].join('; in part: ')

const actRows = () => Object.entries(STAFF_ACTS).map(([name, act]) => [`\`${name}\``, rightsOf(act), 'frozen' in act && act.frozen ? 'yes' : 'no'])

const document = () => `# Who may do what

Made from the code by \`src/access/authorization.spec.ts\`; \`npx vitest run --project unit src/access/authorization.spec.ts --update\` writes it anew.

A permission is held through a grant: a role, within a unit and what lies below, a team, or categories, from when to when. AND inside a row,
OR across rows. A matter can be seen with \`matter.view\` in a scope that covers it; a restricted one needs \`matter.viewRestricted\` in the same grant,
or a personal share in it. Rows marked "nobody" are written by services alone, on every door.

## Permissions

${PERMISSIONS.map((permission) => `\`${permission}\``).join(' · ')}

## Collections

${table(['collection', 'read', 'create', 'update', 'delete', 'versions', 'unlock'], collectionRows())}

## Transitions of the default workflow

Door: \`POST /api/matters/:id/transition\` for staff, the tracking page for reporters, jobs and rules inside. Every one of them ends in \`transitionMatter\`.

${table(['transition', 'from', 'to', 'actors', 'permission', 'guards'], transitionRows())}

## Acts that move no step

Door: \`POST /api/matters/:id/act\`. "Archived too" says whether it is allowed once the matter is closed.

${table(['act', 'permission', 'archived too'], actRows())}
`

it('docs/authorization.md says what the code does', async () => {
  await expect(document()).toMatchFileSnapshot(path.resolve(import.meta.dirname, '../../docs/authorization.md'))
})

it('every access function says its rule', () => {
  expect(document()).not.toContain('rule of its own')
  expect(readFileSync(path.resolve(import.meta.dirname, '../../docs/authorization.md'), 'utf8').length).toBeGreaterThan(2000)
})
