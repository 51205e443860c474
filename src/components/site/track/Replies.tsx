import { t } from '../../../i18n'
import { PhotoRow } from '../../ui/Photos'
import { Time } from '../../ui/Time'
import type { ReplyView, SiteContext } from '../types'

/** What the office answered, newest first. Erased texts leave their place and say so. */
export const Replies = ({ ctx, replies }: { ctx: SiteContext; replies: ReplyView[] }) => (
  <section className="stack" aria-labelledby="s-replies">
    <h2 id="s-replies">{t(ctx.lang, 'site.track.replies')}</h2>
    {replies.length === 0 ? (
      <p className="muted">{t(ctx.lang, 'site.track.noReplies')}</p>
    ) : (
      <ul className="list list-ruled">
        {replies.map(({ from, at, text, photos }, index) => (
          <li className="reply" key={index}>
            <p className="meta">
              <strong>{from}</strong>
              <Time at={at} as="near" ctx={ctx} />
            </p>
            {text === undefined ? <p className="muted">{t(ctx.lang, 'site.track.erased')}</p> : <p className="pre">{text}</p>}
            <PhotoRow photos={photos} />
          </li>
        ))}
      </ul>
    )}
  </section>
)
