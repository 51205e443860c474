import { pageDesk } from '@/app/(desk)/_server/page'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { HomePage } from '@/components/studio/home/HomePage'
import { overview } from '@/services/setup/overview'
import { studioFrame } from '@/services/studio/frame'

const PATH = '/admin/structure'

const Page = async () => {
  const desk = await pageDesk(PATH)
  const frame = studioFrame(desk, { path: PATH, here: 'home', speaks: ['setup'] })
  return <StudioFrame frame={frame}><HomePage view={await overview(desk)} groups={frame.groups} /></StudioFrame>
}

export default Page
