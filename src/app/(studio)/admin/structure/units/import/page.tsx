import { pageStudio } from '@/app/(studio)/_server/page'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { ImportPage } from '@/components/studio/importing/ImportPage'
import { t } from '@/i18n'
import { unitColumns } from '@/services/structure/importColumns'
import { studioFrame } from '@/services/studio/frame'

const PATH = '/admin/structure/units/import'

const Page = async () => {
  const desk = await pageStudio(PATH, ['structure.edit'])
  const frame = studioFrame(desk, { path: PATH, here: 'units', crumbs: [{ name: t(desk.lang, 'studioTerritory.importLink') }], speaks: ['studioTerritory'] })
  return <StudioFrame frame={frame}><ImportPage kind="units" columns={unitColumns(desk.model, desk.lang).map(({ heads }) => heads[0])} back="/admin/structure/units" /></StudioFrame>
}

export default Page
