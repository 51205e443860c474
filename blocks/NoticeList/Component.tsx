import { BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'
import { NoticeItems } from '@/components/site/notices/NoticeItems'
import { t } from '@/i18n'

export const NoticeList = ({ block: { heading }, data, ctx, id }: BlockProps<'noticeList'>) => (
  <BlockSection id={id} heading={heading || t(ctx.lang, 'site.home.notices')} link={{ href: ctx.href(data.path), text: t(ctx.lang, 'blocks.site.more') }}>
    <NoticeItems ctx={ctx} items={data.items} />
  </BlockSection>
)
