import { BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'
import { LinkButton } from '@/components/ui/Button'
import { t } from '@/i18n'

export const TrackEntry = ({ block: { heading, text }, ctx: { lang, href }, id }: BlockProps<'trackEntry'>) => (
  <BlockSection id={id} heading={heading || t(lang, 'blocks.site.trackTitle')}>
    <p>{text || t(lang, 'blocks.site.trackText')}</p>
    <div className="actions actions-near">
      <LinkButton icon="track" href={href('/track')}>
        {t(lang, 'common.nav.track')}
      </LinkButton>
    </div>
  </BlockSection>
)
