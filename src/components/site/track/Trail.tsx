import { t } from '../../../i18n'
import { Time } from '../../ui/Time'
import type { SiteContext, TrackView } from '../types'

/** Every step so far, in the words meant for the reporter. */
export const Trail = ({ ctx, timeline }: { ctx: SiteContext; timeline: TrackView['timeline'] }) =>
  timeline.length === 0 ? null : (
    <section className="stack" aria-labelledby="s-trail">
      <h2 id="s-trail">{t(ctx.lang, 'site.track.trail')}</h2>
      <ol className="trail">
        {timeline.map(({ at, line }, index) => (
          <li key={index}>
            <p className="small muted">
              <Time at={at} as="near" ctx={ctx} />
            </p>
            <p>{line}</p>
          </li>
        ))}
      </ol>
    </section>
  )
