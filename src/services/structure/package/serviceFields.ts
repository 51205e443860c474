import type { PackageRow } from '@/domain/package/schema'
import { SLUG } from '@/slugs'
import type { Target } from './target'
import { withIds } from './values'

type Row = Record<string, unknown>

const event = ({ closed, ...row }: PackageRow<'lifeEvents'>): Row => ({ hint: null, ...row, active: !closed })

const counter = ({ unit, closed, ...row }: PackageRow<'serviceCounters'>, target: Target): Row => ({
  address: null, phone: null, note: null, week: null, ...row, unit: target.maybe(SLUG.units, unit), active: !closed,
})

const item = ({ aliases, lifeEvents, units, counters, onlineType, agentType, materials, steps, forms, ...row }: PackageRow<'serviceItems'>, target: Target): Row => ({
  summary: null, basis: null, conditions: null, place: null, body: null, fee: null, legalLimit: null, promisedLimit: null, visits: null, hours: null, phone: null, remedy: null, onlineHref: null, officialCode: null,
  validFrom: null, validUntil: null, ...row, aliases: aliases.join('、'), lifeEvents: target.all(SLUG.lifeEvents, lifeEvents), units: target.all(SLUG.units, units), counters: target.all(SLUG.serviceCounters, counters),
  onlineType: target.maybe(SLUG.types, onlineType), agentType: target.maybe(SLUG.types, agentType), materials: withIds(materials), steps: withIds(steps), forms: withIds(forms), _status: 'published',
})

/** What guides, their groups and their counters of a package say of the stored rows. */
export const serviceMakers = { lifeEvents: event, serviceCounters: counter, serviceItems: item }
