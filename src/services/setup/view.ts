import { findRow } from '@/db/rows'
import type { Desk } from '@/services/desk/desk'
import { officeView, type OfficeView } from '@/services/studio/office/view'
import { SLUG } from '@/slugs'
import { unready, wanting, type Unready, type Wanting } from './finish'
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
  counts: Record<'units' | 'people' | 'categories' | 'forms' | 'matterTypes' | 'teams' | 'rules' | 'limits', number>
  unready: Unready[]
  wanting: Wanting[]
  doorOpen: boolean
  can: { start: boolean; office: boolean; people: boolean; grant: boolean }
}

const active = (rows: readonly { active?: boolean | null }[]): number => rows.filter((row) => row.active !== false).length

const countsOf = ({ model }: Desk): SetupView['counts'] => ({
  units: active(model.units.all), people: active([...model.people.values()]), categories: active(model.categories.all), forms: model.forms.all.filter(({ current }) => current).length, matterTypes: active(model.types.all),
  teams: active(model.teams.all), rules: (model.routing?.definition.rules ?? []).length, limits: (model.limits?.definition.limits ?? []).length,
})

const settledNow = ({ payload, model }: Desk) => settledBy({ payload }, model.office.id)

/** Everything the guide's page shows. */
export const setupView = async (desk: Desk): Promise<SetupView> => {
  const { model, holds } = desk
  const row = await findRow({ payload: desk.payload }, SLUG.offices, { where: { id: { equals: model.office.id } }, select: { preset: true, setup: true } })
  const settled = await settledNow(desk)
  return {
    state: row?.setup === 'pending' ? 'pending' : 'done', current: row?.preset ?? '', empty: EMPTY, ...(settled ? { settled } : {}),
    presets: await presetViews(), office: await officeView(desk), roles: holds('people.edit') ? await rolesToGive(desk) : [], wishes: holds('people.edit') || holds('grants.edit') ? await wishes(desk) : [],
    counts: countsOf(desk), unready: unready(desk), wanting: await wanting(desk), doorOpen: model.office.reportDoor !== 'closed',
    can: { start: holds('structure.edit') && holds('settings.edit'), office: holds('settings.edit'), people: holds('people.edit'), grant: holds('grants.edit') },
  }
}
