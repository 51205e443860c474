import { pageStudio } from '@/app/(studio)/_server/page'
import { CataloguePage } from '@/components/studio/blocks/CataloguePage'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { catalogue } from '@/services/studio/blocks/catalogue'
import { studioFrame } from '@/services/studio/frame'

const PATH = '/admin/structure/blocks'

const Page = async () => {
  const desk = await pageStudio(PATH, ['content.edit', 'content.publish'])
  const frame = studioFrame(desk, { path: PATH, here: 'blocks' })
  return <StudioFrame frame={frame}><CataloguePage view={catalogue(desk)} /></StudioFrame>
}

export default Page
