import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { CategoryPage } from '@/components/site/report/CategoryPage'
import { CheckPage } from '@/components/site/report/CheckPage'
import { ContactPage } from '@/components/site/report/ContactPage'
import { PhotosPage } from '@/components/site/report/PhotosPage'
import { WherePage } from '@/components/site/report/WherePage'
import { makeHref } from '@/components/site/href'
import { DomainError } from '@/domain/errors'
import { t } from '@/i18n'
import { adviceOf } from '@/services/site/report/describe'
import { readDraft, STEPS, type Step } from '@/services/site/report/draft'
import { reportDoor } from '@/services/site/report/send'
import { similarReports } from '@/services/site/report/similar'
import { allowedStep, formOf, pathOfStep, stepsOf } from '@/services/site/report/type'
import { AdviceStep } from '../../../../../lib/AdviceStep'
import { effortView } from '../../../../../lib/effortView'
import { sitePage, titled } from '../../../../../lib/sitePage'
import { QuestionsStep } from '../../../../../lib/QuestionsStep'
import { ClosedDoor, TaskFrame, TooLargeNotice, TroubleNotice } from '../../../../../lib/ReportFrame'
import { categoryView, checkView, contactView, photosView, stepView, whereView, type Reporting } from '../../../../../lib/reportViews'
import { contextOf, cookieOf, one, type Site } from '../../../../../lib/site'

type Params = { step: string }

/** Two pages that belong to the first step. */
const OF_DESCRIBE = ['category', 'advice'] as const
type Name = Step | (typeof OF_DESCRIBE)[number]

const nameOf = (text: string): Name | undefined => [...STEPS.slice(1), ...OF_DESCRIBE].find((each) => each === text)

export const generateMetadata = titled<Params>(({ lang }) => t(lang, 'site.step.title'), false)

type Drawing = { site: Site; reporting: Reporting; path: string; page: string | undefined }

/** What may be known of open reports nearby; which they are stays here. */
const shownSimilar = async ({ payload, model, lang }: Site, { draft }: Reporting) =>
  (await similarReports(payload, model, draft, lang)).map(({ matter: _inside, ...shown }) => shown)

const CheckStep = async ({ site, reporting, path }: Omit<Drawing, 'page'>) => {
  const view = checkView(reporting, await shownSimilar(site, reporting))
  return (
    <>
      <TroubleNotice site={site} trouble={reporting.draft.trouble} />
      <CheckPage ctx={contextOf(site, path)} step={stepView(reporting, 'check')} view={{ ...view, form: { ...view.form, ...(await effortView(site, 'report')) } }} />
    </>
  )
}

const DRAW: Record<Exclude<Name, 'describe'>, (drawing: Drawing) => ReactNode> = {
  category: ({ site, reporting, path }) => <CategoryPage ctx={contextOf(site, path)} step={stepView(reporting, 'describe', { back: '/report' })} view={categoryView(reporting)} />,
  advice: ({ site, reporting, path }) => <AdviceStep ctx={contextOf(site, path)} reporting={reporting} />,
  where: ({ site, reporting, path }) => <WherePage ctx={contextOf(site, path)} step={stepView(reporting, 'where')} view={whereView(reporting)} />,
  questions: ({ site, reporting, path, page }) => <QuestionsStep ctx={contextOf(site, path)} reporting={reporting} number={page} />,
  photos: ({ site, reporting, path }) => <PhotosPage ctx={contextOf(site, path)} step={stepView(reporting, 'photos')} view={photosView(reporting)} />,
  contact: ({ site, reporting, path }) => <ContactPage ctx={contextOf(site, path)} step={stepView(reporting, 'contact')} view={contactView(reporting)} />,
  check: (drawing) => <CheckStep {...drawing} />,
}

/** Where to go instead, when this page cannot be shown to this draft. */
const elsewhere = (name: Name, reporting: Reporting): string | undefined => {
  const { model, draft, form } = reporting
  if (name === 'category') return draft.read ? undefined : '/report'
  if (name === 'advice') return adviceOf(model, draft) ? undefined : '/report'
  const allowed = allowedStep(stepsOf(model, draft, form), draft, name)
  return allowed === name ? undefined : pathOfStep(allowed)
}

export default sitePage<Params>(async (site, { params, searchParams }) => {
  const { payload, model, lang } = site
  const name = nameOf((await params).step)
  if (!name || name === 'describe') throw new DomainError('notFound')
  const door = reportDoor(model)
  if (!door.open) return <ClosedDoor site={site} door={door} />
  const href = makeHref(site)
  const held = await readDraft(payload, await cookieOf('draft'))
  if (!held) redirect(href('/report?over'))
  if (held.draft.sent) redirect(href('/receipt'))
  const reporting: Reporting = { model, lang, draft: held.draft, form: await formOf(payload, model, held.draft) }
  const other = elsewhere(name, reporting)
  if (other) redirect(href(other))
  const query = await searchParams
  const page = one(query.page)
  const path = `/report/${name}${page ? `?page=${encodeURIComponent(page)}` : ''}`
  return (
    <TaskFrame site={site} path={path}>
      <TooLargeNotice site={site} max={one(query.tooLarge)} />
      {DRAW[name]({ site, reporting, path, page })}
    </TaskFrame>
  )
})
