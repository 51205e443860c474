import type { ReactNode } from 'react'
import { Section } from '../Section'

export type BlockSectionProps = {
  /** Told apart on its page. */
  id: string
  heading?: string | null
  about?: ReactNode
  link?: { href: string; text: string }
  children: ReactNode
}

/** A block of a page: under its heading as every part of the site, or in the column of the others where it has none. */
export const BlockSection = ({ id, heading, about, link, children }: BlockSectionProps) =>
  heading ? (
    <Section id={id} title={heading} about={about} link={link}>
      {children}
    </Section>
  ) : (
    <div className="section section-bare">
      <div>{children}</div>
    </div>
  )

/** The heading of a row in a block: one level below the block's own, or in its place. */
export const ItemTitle = ({ under, children }: { under?: string | null; children: ReactNode }) => (under ? <h3 className="item-title">{children}</h3> : <h2 className="item-title">{children}</h2>)
