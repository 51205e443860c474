import { RoundPage } from '@/components/desk/rounds/RoundPage'
import { words } from '@/i18n'
import { roundHref, roundVM } from '@/services/routines/rounds/read'
import { roundPage } from '../_page'

export default roundPage<{ id: string }>(({ id }) => roundHref(id), async ({ desk, round }) => <RoundPage view={await roundVM(desk, round)} words={words(desk.lang, 'routines.rounds')} />)
