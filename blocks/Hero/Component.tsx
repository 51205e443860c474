import type { BlockProps } from '@/components/site/blocks/types'
import { Tasks } from '@/components/site/home/Tasks'

/** Stands over the whole width: it is what most people come for. */
export const Hero = ({ block: { heading, text }, data, ctx }: BlockProps<'hero'>) => (
  <div className="block-hero">
    {heading || text ? (
      <div className="block-hero-words stack">
        {heading ? <h2>{heading}</h2> : null}
        {text ? <p>{text}</p> : null}
      </div>
    ) : null}
    <Tasks ctx={ctx} noUnits={data.noUnits} {...(data.services > 0 ? { services: { count: data.services } } : {})} />
  </div>
)
