import { BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'
import { dayRange } from '@/components/ui/dates'
import { t } from '@/i18n'

type Props = BlockProps<'chart'>

/** The portal knows the period of what it counted; of typed numbers the writer does. */
const periodOf = ({ block, data, ctx }: Props): string => (data.from !== undefined && data.until !== undefined ? dayRange(data.from, data.until, ctx) : (block.period ?? ''))

const HEADINGS = { categories: 'blocks.site.chartCategories', units: 'blocks.site.chartUnits' } as const

const headingOf = ({ block: { heading, source }, ctx: { lang } }: Props): string | undefined => heading || (source === 'typed' ? undefined : t(lang, HEADINGS[source]))

/** Bars in a table: the numbers stand beside them, so that nobody has to guess a length. Bars are drawn by the width of an SVG, without scripts and without a colour that means anything. */
export const Chart = (props: Props) => {
  const { block, data, ctx: { lang }, id } = props
  const [period, heading] = [periodOf(props), headingOf(props)]
  const most = Math.max(1, ...data.rows.map(({ value }) => value ?? 0))
  const caption = [heading ?? t(lang, 'blocks.name.chart'), period].filter(Boolean)
  return (
    <BlockSection id={id} heading={heading} about={period || undefined}>
      <table className="table chart">
        <caption className="unseen">{caption.length > 1 ? t(lang, 'blocks.site.tableCaption', { heading: caption[0] ?? '', period }) : caption[0]}</caption>
        <thead>
          <tr>
            <th scope="col">{t(lang, 'blocks.site.item')}</th>
            <th scope="col" className="number">
              {block.unitName ? t(lang, 'blocks.site.amountOf', { unit: block.unitName }) : t(lang, 'blocks.site.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map(({ label, value }, at) => (
            <tr key={at}>
              <th scope="row">
                {label}
                <svg className="chart-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                  <rect width={((value ?? 0) / most) * 100} height="8" />
                </svg>
              </th>
              <td className="number">{value ?? t(lang, 'blocks.site.few')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.rows.some(({ value }) => value === null) ? <p className="small muted">{t(lang, 'blocks.site.fewNote')}</p> : null}
      {block.origin ? <p className="small muted">{t(lang, 'blocks.site.origin', { origin: block.origin })}</p> : null}
    </BlockSection>
  )
}
