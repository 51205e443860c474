import type { QueueRow } from '@/db/queue'
import { tMaybe } from '@/i18n'
import { workflowVersion } from '@/services/structure/versions'
import { rowClock } from './clocks'
import type { Desk } from './desk'
import { categoryRef, matterHref, ownerOf, tagNames, unitRef } from './names'
import type { MatterRow } from './view'

const lastEvent = (row: QueueRow, { lang, say }: Desk): string | undefined =>
  row.lastName ? say(row.lastName) : row.lastAction ? tMaybe(lang, `staff.brief.${row.lastAction}`) : undefined

const stepNames = async (rows: QueueRow[], { payload, say }: Desk): Promise<Map<string, string>> => {
  const names = new Map<string, string>()
  for (const version of new Set(rows.map((row) => row.workflowVersion))) {
    const { steps } = await workflowVersion(payload, version)
    for (const step of steps) names.set(`${version} ${step.code}`, say(step.name))
  }
  return names
}

const rowVM = (row: QueueRow, desk: Desk, steps: Map<string, string>): MatterRow => {
  const unit = unitRef(desk, row.unit)
  return {
    id: row.id, number: row.number, title: row.title, href: matterHref(row.id), revision: row.revision,
    category: categoryRef(desk, row.category) ?? { id: '', name: desk.t('noCategory'), above: [] },
    ...(unit ? { unit } : {}),
    phase: row.phase,
    step: steps.get(`${row.workflowVersion} ${row.step}`) ?? row.step,
    owner: ownerOf(desk, { unit: row.ownerUnit, team: row.ownerTeam, person: row.ownerPerson }),
    clock: rowClock(row, desk),
    source: desk.say(desk.model.sources.byId.get(row.source ?? '')?.name),
    receivedAt: Date.parse(row.receivedAt), updatedAt: Date.parse(row.touchedAt), lastEvent: lastEvent(row, desk), returns: row.returns,
    restricted: row.confidentiality === 'restricted', tags: tagNames(desk, row.tags),
  }
}

/** Rows of a list as they are drawn. */
export const rowVMs = async (rows: QueueRow[], desk: Desk): Promise<MatterRow[]> => {
  const steps = await stepNames(rows, desk)
  return rows.map((row) => rowVM(row, desk, steps))
}
