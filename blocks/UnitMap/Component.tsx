import { BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'
import { t } from '@/i18n'

type Props = BlockProps<'unitMap'>

/** The drawing says nothing that the list beside it does not: it is a picture with a name, and the list is what is read and pressed. */
const Drawing = ({ data, ctx: { lang } }: Pick<Props, 'ctx'> & { data: Props['data'] & { drawing: NonNullable<Props['data']['drawing']> } }) => {
  const { width, height, shapes } = data.drawing
  const numberOf = new Map(data.units.map(({ code }, at) => [code, at + 1]))
  return (
    <figure className="map">
      <svg viewBox={`-4 -4 ${width + 8} ${height + 8}`} role="img" aria-label={t(lang, 'blocks.site.mapLabel', { n: shapes.length })}>
        {shapes.map(({ code, path }) => <path key={code} d={path} />)}
        {shapes.map(({ code, x, y }) => <text key={code} x={x} y={y} aria-hidden="true">{numberOf.get(code)}</text>)}
      </svg>
      <figcaption className="small muted">
        {t(lang, 'blocks.site.mapNote')}
        {data.undrawn ? <> {t(lang, 'blocks.site.notDrawn')}</> : null}
      </figcaption>
    </figure>
  )
}

export const UnitMap = ({ block: { heading }, data, ctx, id }: Props) => {
  const { drawing } = data
  return (
    <BlockSection id={id} heading={heading || t(ctx.lang, 'common.nav.grid')}>
      <div className={drawing ? 'map-two' : undefined}>
        {drawing ? <Drawing data={{ ...data, drawing }} ctx={ctx} /> : null}
        <ol className={drawing ? 'map-list map-numbered' : 'map-list'}>
          {data.units.map(({ code, name, path, figure }) => (
            <li key={code}>
              <a className="own-line" href={ctx.href(path)}>{name}</a>
              {figure ? <span className="muted small"> {figure}</span> : null}
            </li>
          ))}
        </ol>
      </div>
    </BlockSection>
  )
}
