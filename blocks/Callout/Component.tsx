import type { BlockProps } from '@/components/site/blocks/types'

export const Callout = ({ block: { heading, tone, text }, id }: Pick<BlockProps<'callout'>, 'block' | 'id'>) => (
  <div className="section section-bare">
    <aside className={`block-callout tone-${tone}`} {...(heading ? { 'aria-labelledby': `s-${id}` } : {})}>
      {heading ? <h2 id={`s-${id}`}>{heading}</h2> : null}
      <p className="pre">{text}</p>
    </aside>
  </div>
)
