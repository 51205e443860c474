import { BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'

export const Gallery = ({ block: { heading }, data, id }: BlockProps<'gallery'>) => (
  <BlockSection id={id} heading={heading}>
    <ul className="gallery">
      {data.pictures.map(({ src, alt, width, height, caption }, at) => (
        <li key={at}>
          <figure>
            <img src={src} alt={alt} width={width} height={height} loading="lazy" />
            {caption ? <figcaption className="small muted">{caption}</figcaption> : null}
          </figure>
        </li>
      ))}
    </ul>
  </BlockSection>
)
