import { CalendarPage } from '@/components/studio/limits/calendar/CalendarPage'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { t } from '@/i18n'
import { calendarView } from '@/services/studio/limits/calendar'
import { studioFrame } from '@/services/studio/frame'
import { pageStudio } from '../../../../_server/page'
import { LimitTabs } from '../Tabs'

const PATH = '/admin/structure/limits/calendar'

type Props = { searchParams: Promise<{ year?: string | string[]; import?: string }> }

const Page = async ({ searchParams }: Props) => {
  const desk = await pageStudio(PATH, ['structure.view', 'structure.edit'])
  const { year, import: importing } = await searchParams
  const view = await calendarView(desk, typeof year === 'string' ? Number(year) : undefined)
  const frame = studioFrame(desk, { path: `${PATH}?year=${view.year}`, here: 'limits', crumbs: [{ name: t(desk.lang, 'studioLimits.tabs.calendar') }], speaks: ['studioLimits'] })
  const changes = frame.groups.flatMap(({ links }) => links).find(({ key }) => key === 'changes')
  return (
    <StudioFrame frame={frame}>
      <div className="page-head"><div><h1>{t(desk.lang, 'studioLimits.tabs.calendar')}</h1><p>{t(desk.lang, 'studioLimits.calendarLead')}</p></div><LimitTabs lang={desk.lang} here="calendar" /></div>
      <CalendarPage view={view} can={{ edit: desk.holds('structure.edit'), hours: desk.holds('settings.edit') }} importing={importing === '1'} {...(changes ? { changesHref: changes.href } : {})} />
    </StudioFrame>
  )
}

export default Page
