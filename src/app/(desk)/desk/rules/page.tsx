import { DeskFrame, RulesList } from '@/components/desk'
import { deskFrame } from '@/services/desk/frame'
import { rulesView } from '@/services/desk/rules'
import { pageDesk } from '../../_server/page'

const Page = async () => {
  const desk = await pageDesk('/desk/rules')
  const [frame, view] = await Promise.all([deskFrame(desk, { path: '/desk/rules', here: 'rules' }), rulesView(desk)])
  return <DeskFrame frame={frame}><RulesList lang={desk.lang} view={view} /></DeskFrame>
}

export default Page
