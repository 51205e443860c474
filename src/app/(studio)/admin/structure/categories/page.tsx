import { pageStudio } from '@/app/(studio)/_server/page'
import { CategoriesEditor } from '@/components/studio/categories/CategoriesEditor'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { categoriesView } from '@/services/studio/categories/view'
import { studioFrame } from '@/services/studio/frame'

const PATH = '/admin/structure/categories'

const Page = async () => {
  const desk = await pageStudio(PATH, ['structure.view', 'structure.edit'])
  const frame = studioFrame(desk, { path: PATH, here: 'categories', speaks: ['studioTerritory'] })
  return <StudioFrame frame={frame}><CategoriesEditor view={categoriesView(desk)} can={{ edit: desk.holds('structure.edit') }} /></StudioFrame>
}

export default Page
