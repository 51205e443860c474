import type { SiteContext } from '@/components/site/types'
import { Notice } from '@/components/ui/Notice'
import { Time } from '@/components/ui/Time'
import { say } from '@/domain/words'
import { withResponsible } from '@/domain/workflow/texts'
import { t } from '@/i18n'
import type { TrackFlash } from '@/services/site/track/act'

/** Somebody was faster: what happened, and that nothing typed is lost. */
export const ConflictNotice = ({ ctx, happened }: { ctx: SiteContext; happened: NonNullable<TrackFlash['happened']> }) => (
  <Notice tone="warn" live title={t(ctx.lang, 'resident.track.conflictTitle')}>
    {happened.length > 0 && (
      <ul>
        {happened.map(({ at, name }) => (
          <li key={at}>
            <Time at={Date.parse(at)} as="near" ctx={ctx} /> {say(withResponsible(name ?? undefined, '…'), ctx.lang)}
          </li>
        ))}
      </ul>
    )}
    <p>{t(ctx.lang, 'resident.track.conflictText')}</p>
  </Notice>
)
