import { Notice } from '@/components/ui/Notice'
import { DescribePage } from '@/components/site/report/DescribePage'
import { t } from '@/i18n'
import { emptyDraft, readDraft } from '@/services/site/report/draft'
import { reportPlace } from '@/services/site/content/places'
import { serviceToApply } from '@/services/site/content/services'
import { reportDoor } from '@/services/site/report/send'
import { formOf } from '@/services/site/report/type'
import { linkedUnit } from '@/services/site/units'
import { sitePage, titled } from '../../../../lib/sitePage'
import { ClosedDoor, TaskFrame } from '../../../../lib/ReportFrame'
import { describeView, stepView, type Link } from '../../../../lib/reportViews'
import { contextOf, cookieOf, one, type Site } from '../../../../lib/site'

export const generateMetadata = titled(({ lang }) => t(lang, 'site.step.title'))

/** The entry of a register that a link names, as the report shows it. */
const linkedPlace = async (site: Site, link: string | undefined): Promise<Link['place']> => {
  const place = link ? await reportPlace(site, link) : undefined
  return place && { link: `${place.register}/${place.code}`, name: place.name }
}

const pathOf = ({ unit, place, service }: Link): string => {
  if (service) return `/report?s=${encodeURIComponent(service.code)}`
  if (place) return `/report?p=${encodeURIComponent(place.link)}`
  return unit ? `/report?u=${encodeURIComponent(unit.code)}` : '/report'
}

export default sitePage(async (site, { searchParams }) => {
  const { payload, model, lang } = site
  const door = reportDoor(model)
  if (!door.open) return <ClosedDoor site={site} door={door} />
  const query = await searchParams
  const held = await readDraft(payload, await cookieOf('draft'))
  const draft = held && !held.draft.sent ? held.draft : { ...emptyDraft(lang), key: '' }
  const reporting = { model, lang, draft, form: await formOf(payload, model, draft) }
  const { unit: link, unknown } = linkedUnit(model, one(query.u))
  const place = await linkedPlace(site, one(query.p))
  const service = one(query.s) ? await serviceToApply(site, one(query.s) ?? '') : undefined
  const path = pathOf({ unit: link, place, service })
  return (
    <TaskFrame site={site} path={path}>
      {query.over !== undefined && (
        <Notice tone="warn" live>
          <p>{t(lang, 'resident.over')}</p>
        </Notice>
      )}
      {unknown !== undefined && (
        <Notice tone="warn" icon="pin" live title={t(lang, 'resident.unknownPlace.title', { code: unknown })}>
          <p>{t(lang, 'resident.unknownPlace.text')}</p>
        </Notice>
      )}
      <DescribePage ctx={contextOf(site, path)} office={site.office} step={stepView(reporting, 'describe')} view={describeView(reporting, { unit: link, place, service })} />
    </TaskFrame>
  )
})
