import { t } from '../../../i18n'
import type { OpenState } from '../../../domain/registers/openingHours'
import { nearDayTime } from '../../ui/dates'
import { Tag } from '../../ui/Tag'
import type { SiteContext } from '../types'

const wordsOf = (ctx: SiteContext, open: OpenState): string => {
  if (open.open) return open.until === undefined ? t(ctx.lang, 'registers.site.openNow') : t(ctx.lang, 'registers.site.openUntil', { when: nearDayTime(open.until, ctx) })
  return open.next === undefined ? t(ctx.lang, 'registers.site.closedNow') : t(ctx.lang, 'registers.site.opensAt', { when: nearDayTime(open.next, ctx) })
}

/** Whether a place is open now, by the office's clock. */
export const OpenNow = ({ ctx, open }: { ctx: SiteContext; open: OpenState }) => <p><Tag tone={open.open ? 'done' : 'plain'} icon={open.open ? 'check' : 'clock'}>{wordsOf(ctx, open)}</Tag></p>
