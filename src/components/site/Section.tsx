import type { ReactNode } from 'react'
import { Icon } from '../ui/Icon'

export type SectionProps = { id: string; title: string; about?: ReactNode; link?: { href: string; text: string }; /** The first after something else, with room above its line. */ first?: boolean; children: ReactNode }

/** A part of a page under a hairline; from 1024 px its heading stands in a column of its own. */
export const Section = ({ id, title, about, link, first, children }: SectionProps) => (
  <section className={first ? 'section section-first' : 'section'} aria-labelledby={`s-${id}`}>
    <div className="section-head">
      <h2 id={`s-${id}`}>{title}</h2>
      {about && <p className="small muted">{about}</p>}
      {link && <Onward {...link} />}
    </div>
    <div>{children}</div>
  </section>
)

/** A link with an arrow, alone on its line. */
export const Onward = ({ href, text }: { href: string; text: string }) => (
  <a className="onward" href={href}>
    {text}
    <Icon name="arrow" />
  </a>
)
