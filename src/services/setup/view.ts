import { findRow } from '@/db/rows'
import type { Desk } from '@/services/desk/desk'
import { officeView, type OfficeView } from '@/services/studio/office/view'
import { SLUG } from '@/slugs'
import { unready, type Unready } from './finish'
import { rolesToGive, wishes, type Wish } from './invite'
import { EMPTY, presetViews, type PresetView } from './presets'
import { settledBy, type Settled } from './state'

/** The set-up guide as it stands. */
export type SetupView = {
  state: 'pending' | 'done'
  /** What stands there now, by the name of its file. */
  current: string
  empty: string
  settled?: Settled
  presets: PresetView[]
  office: OfficeView
  roles: { id: string; name: string }[]
  wishes: Wish[]
  counts: { units: number; people: number }
  unready: Unready[]
  doorOpen: boolean
  can: { start: boolean; office: boolean; people: boolean; grant: boolean }
}

const settledNow = ({ payload, model }: Desk) => settledBy({ payload }, model.office.id)

/** Everything the guide's page shows. */
export const setupView = async (desk: Desk): Promise<SetupView> => {
  const { model, holds } = desk
  const row = await findRow({ payload: desk.payload }, SLUG.offices, { where: { id: { equals: model.office.id } }, select: { preset: true, setup: true } })
  const settled = await settledNow(desk)
  return {
    state: row?.setup === 'pending' ? 'pending' : 'done', current: row?.preset ?? '', empty: EMPTY, ...(settled ? { settled } : {}),
    presets: await presetViews(), office: officeView(desk), roles: holds('people.edit') ? await rolesToGive(desk) : [], wishes: holds('people.edit') || holds('grants.edit') ? await wishes(desk) : [],
    counts: { units: model.units.all.filter(({ active }) => active !== false).length, people: [...model.people.values()].filter(({ active }) => active !== false).length },
    unready: unready(desk), doorOpen: model.office.reportDoor !== 'closed',
    can: { start: holds('structure.edit') && holds('settings.edit'), office: holds('settings.edit'), people: holds('people.edit'), grant: holds('grants.edit') },
  }
}
