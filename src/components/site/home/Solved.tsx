import { t } from '../../../i18n'
import { dayRange } from '../../ui/dates'
import { ShareBar } from '../../ui/ShareBar'
import { Time } from '../../ui/Time'
import { Section } from '../Section'
import type { FigureView, SiteContext, SolvedView } from '../types'

const WORDS = {
  closed: { label: 'site.home.closed', rate: 'site.home.closedRate', missed: 'site.home.closedMissed', of: 'common.count.ofTotal' },
  inTime: { label: 'site.home.inTime', rate: 'site.home.inTimeRate', missed: 'site.home.inTimeMissed', of: 'common.count.ofTotal' },
  solved: { label: 'site.home.solvedFigure', rate: 'site.home.solvedRate', missed: 'site.home.solvedMissed', of: 'common.count.ofPeople' },
  here: { label: 'resident.solved.here', rate: 'site.home.closedRate', missed: 'site.home.closedMissed', of: 'common.count.ofTotal' },
} as const

/** Plain numbers of the area: numerator and denominator first, then the rate, the period, and the way to what failed. */
export const Solved = ({ ctx, solved, title, id = 'solved' }: { ctx: SiteContext; solved: SolvedView; title?: string; id?: string }) => {
  const { lang, href } = ctx
  const period = dayRange(solved.from, solved.until, ctx)
  return (
    <Section
      id={id}
      title={title ?? t(lang, 'site.home.solved')}
      about={t(lang, 'site.home.solvedScope', { place: solved.place, period })}
      link={solved.allPath ? { href: href(solved.allPath), text: t(lang, 'site.home.allSolved') } : undefined}
    >
      <div className="stack-5">
        <dl className="figures">
          {solved.figures.map((figure) => (
            <Figure key={figure.kind} ctx={ctx} figure={figure} />
          ))}
        </dl>
        {solved.recent.length > 0 && (
          <div className="stack plain-only">
            <h3>{t(lang, 'site.home.recent')}</h3>
            <ul className="list list-ruled">
              {solved.recent.map(({ text, at, took }) => (
                <li className="entry entry-dated" key={`${at} ${text}`}>
                  <p>{text}</p>
                  <p className="meta">
                    {took && <span>{t(lang, 'site.home.took', { time: took })}</span>}
                    <Time at={at} ctx={ctx} />
                  </p>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Section>
  )
}

/** Percent with one decimal; never 100 while something is missing. */
const rateOf = (done: number, total: number): number => (done < total ? Math.min(99.9, Math.round((done / total) * 1000) / 10) : 100)

const Figure = ({ ctx: { lang, href }, figure: { kind, done, total, sign, missedPath } }: { ctx: SiteContext; figure: FigureView }) => {
  const words = WORDS[kind]
  const missed = total - done
  return (
    <div>
      <dt>{t(lang, words.label)}</dt>
      <dd>
        {sign && <span className="figure-of">{t(lang, `resident.solved.${sign}`)}</span>}
        <span className="figure-done">{done}</span>
        <span className="figure-of">{t(lang, words.of, { total })}</span>
        <ShareBar part={done} whole={total} />
        {total > 0 && !sign && <p className="small muted">{t(lang, words.rate, { rate: rateOf(done, total) })}</p>}
        {sign && <p className="small muted">{t(lang, 'resident.solved.few')}</p>}
        {missed > 0 && !sign && missedPath && (
          <p className="small">
            <a className="own-line" href={href(missedPath)}>
              {t(lang, words.missed, { count: missed })}
            </a>
          </p>
        )}
      </dd>
    </div>
  )
}
