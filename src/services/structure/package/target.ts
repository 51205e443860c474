import { newId } from '@/db/ids'
import type { ListSection } from '@/domain/package/sections'
import { SLUG } from '@/slugs'
import type { Carried, Source } from './source'

/** Where the rows of a section are kept. */
export const TABLE_OF: Record<ListSection, Carried> = {
  calendarDays: SLUG.calendarDays, levels: SLUG.levels, units: SLUG.units, categories: SLUG.categories, matterTypes: SLUG.types, forms: SLUG.forms, workflows: SLUG.workflows, sources: SLUG.sources,
  teams: SLUG.teams, posts: SLUG.posts, roles: SLUG.roles, ruleDocuments: SLUG.rules, noticeColumns: SLUG.columns, notices: SLUG.notices, pages: SLUG.pages, standardReplies: SLUG.replies,
  tags: SLUG.tags, registers: SLUG.registers, routines: SLUG.routines, lifeEvents: SLUG.lifeEvents, serviceCounters: SLUG.serviceCounters, serviceItems: SLUG.services,
}

/** Codes as ids while a package becomes rows: those that are there, and new ones for what is to come. */
export type Target = { office: string; at: string; id: (slug: Carried, code: string) => string; maybe: (slug: Carried, code: string | undefined) => string | null; all: (slug: Carried, codes: readonly string[] | undefined) => string[] }

export const targetOf = (source: Pick<Source, 'byCode'>, { office, at }: { office: string; at: string }): Target => {
  const fresh = new Map<string, string>()
  const id = (slug: Carried, code: string): string => {
    const key = `${slug} ${code}`
    const known = source.byCode(slug, code)?.id ?? fresh.get(key) ?? newId()
    fresh.set(key, known)
    return known
  }
  return { office, at, id, maybe: (slug, code) => (code === undefined ? null : id(slug, code)), all: (slug, codes = []) => codes.map((code) => id(slug, code)) }
}
