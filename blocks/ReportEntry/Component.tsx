import { BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'
import { LinkButton } from '@/components/ui/Button'
import { t } from '@/i18n'

export const ReportEntry = ({ block: { heading, text }, ctx: { lang, href }, id, main }: BlockProps<'reportEntry'>) => (
  <BlockSection id={id} heading={heading || t(lang, 'blocks.site.reportTitle')}>
    <p>{text || t(lang, 'blocks.site.reportText')}</p>
    <div className="actions actions-near">
      <LinkButton tone={main ? 'main' : 'plain'} icon="say" href={href('/report')}>
        {t(lang, 'common.nav.report')}
      </LinkButton>
    </div>
  </BlockSection>
)
