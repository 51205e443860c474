import type { Section } from '@/domain/package/sections'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'

/** What a section of a package is called. */
export const sectionSaid = (section: Section, lang: Lang): string => t(lang, `packages.section.${section}`)
