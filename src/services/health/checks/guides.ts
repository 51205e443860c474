import { findRows } from '@/db/rows'
import { missingElements } from '@/domain/services/completeness'
import { t } from '@/i18n'
import { wordsOf } from '@/lib/wordsOf'
import { SLUG } from '@/slugs'
import type { Check, Finding } from '../types'

/** Published guides that lack something the law asks for (国办秘函〔2019〕19号), with what it is. */
export const guides: Check = async ({ payload, model }) => {
  const rows = await findRows({ payload }, SLUG.services, { where: { and: [{ office: { equals: model.office.id } }, { _status: { equals: 'published' } }] }, sort: ['order', 'code'] })
  const names = rows.flatMap((row): NonNullable<Finding['names']> => {
    const missing = missingElements(row as never)
    if (missing.length === 0) return []
    const name = wordsOf(row.name)
    const told = (lang: 'zh' | 'en') => t(lang, 'health.guide', { name: (lang === 'en' && name.en) || name.zh, list: missing.map((element) => t(lang, `services.element.${element}`)).join(t(lang, 'services.editor.joint')) })
    return [{ zh: told('zh'), en: told('en') }]
  })
  return names.length > 0 ? [{ code: 'guideIncomplete', gravity: 'soon', params: { n: names.length }, names, fix: { href: '/admin/collections/service-items', needs: ['content.edit'] } }] : []
}
