import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { contrast } from '@/domain/colour'

/** White words stand on the brand colour: below 4.5:1 they cannot be read (WCAG 2.2, 1.4.3). */
export const checkBrand: CollectionBeforeChangeHook = ({ data, req }) => {
  const brand: unknown = data.brand
  if (typeof brand !== 'string' || brand === '') return data
  const ratio = contrast(brand, '#FFFFFF')
  if (ratio !== null && ratio >= 4.5) return data
  const message = ratio === null ? '颜色写成 #RRGGBB' : `白字在这个颜色上的对比度只有 ${ratio.toFixed(1)}，至少要 4.5`
  throw new ValidationError({ collection: 'offices', errors: [{ path: 'brand', message }] }, req.t)
}
