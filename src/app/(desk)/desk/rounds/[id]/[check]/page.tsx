import { CheckPage } from '@/components/desk/rounds/CheckPage'
import { words } from '@/i18n'
import { checkVM } from '@/services/routines/rounds/check'
import { needCheck, roundHref } from '@/services/routines/rounds/read'
import { roundPage } from '../../_page'

export default roundPage<{ id: string; check: string }>(({ id, check }) => `${roundHref(id)}/${check}`, async ({ desk, round, params }) =>
  <CheckPage view={await checkVM(desk, round, await needCheck(desk, round, params.check))} words={words(desk.lang, 'routines.rounds')} />)
