import { pageStudio } from '@/app/(studio)/_server/page'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { ImportPage } from '@/components/studio/importing/ImportPage'
import { t } from '@/i18n'
import { categoryColumns } from '@/services/structure/importColumns'
import { studioFrame } from '@/services/studio/frame'

const PATH = '/admin/structure/categories/import'

const Page = async () => {
  const desk = await pageStudio(PATH, ['structure.edit'])
  const frame = studioFrame(desk, { path: PATH, here: 'categories', crumbs: [{ name: t(desk.lang, 'studioTerritory.importLink') }], speaks: ['studioTerritory'] })
  return <StudioFrame frame={frame}><ImportPage kind="categories" columns={categoryColumns(desk.model, desk.lang).map(({ heads }) => heads[0])} back="/admin/structure/categories" /></StudioFrame>
}

export default Page
