import type { Lang } from '@/domain/words'
import { t } from '@/i18n'

const PAGES = { limits: '/admin/structure/limits', calendar: '/admin/structure/limits/calendar' } as const

/** The two pages of what runs by the clock: limits, and the calendar that they are counted by. */
export const LimitTabs = ({ lang, here }: { lang: Lang; here: keyof typeof PAGES }) => (
  <nav className="bar" aria-label={t(lang, 'studioLimits.tabs.label')}>
    {(['limits', 'calendar'] as const).map((page) => <a key={page} className="btn btn-small year-link" href={PAGES[page]} aria-current={page === here ? 'page' : undefined}>{t(lang, `studioLimits.tabs.${page}`)}</a>)}
  </nav>
)
