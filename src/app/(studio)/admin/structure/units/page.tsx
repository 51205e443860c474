import { pageStudio } from '@/app/(studio)/_server/page'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { TerritoryEditor } from '@/components/studio/territory/TerritoryEditor'
import { studioFrame } from '@/services/studio/frame'
import { territoryView } from '@/services/studio/territory/view'

const PATH = '/admin/structure/units'

const Page = async () => {
  const desk = await pageStudio(PATH, ['structure.view', 'structure.edit'])
  const frame = studioFrame(desk, { path: PATH, here: 'units', speaks: ['studioTerritory', 'structure'] })
  return <StudioFrame frame={frame}><TerritoryEditor view={await territoryView(desk)} can={{ edit: desk.holds('structure.edit') }} /></StudioFrame>
}

export default Page
