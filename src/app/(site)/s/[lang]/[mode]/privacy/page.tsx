import { PrivacyPage } from '@/components/site/info/PrivacyPage'
import { t } from '@/i18n'
import { privacyFacts } from '@/services/site/content/privacy'
import { Frame, sitePage, titled } from '../../../../lib/sitePage'
import { contextOf, COOKIE } from '../../../../lib/site'

export const generateMetadata = titled(({ lang }) => t(lang, 'site.privacy.title'))

export default sitePage(async (site) => {
  const { lang } = site
  const facts = await privacyFacts(site.payload, site.model, lang)
  const cookies = [
    { name: COOKIE.draft, purpose: t(lang, 'resident.cookies.draft'), keeps: t(lang, 'resident.cookies.draftKeeps', { hours: facts.draftHours }) },
    { name: COOKIE.track, purpose: t(lang, 'resident.cookies.track'), keeps: t(lang, 'resident.cookies.trackKeeps', { hours: facts.trackHours }) },
  ]
  return (
    <Frame plain site={site} path="/privacy" current="privacy">
      <PrivacyPage ctx={contextOf(site, '/privacy')} view={{ ...facts, cookies, rights: ['see', 'correct', 'withdraw', 'contact', 'ask'] }} />
    </Frame>
  )
})
