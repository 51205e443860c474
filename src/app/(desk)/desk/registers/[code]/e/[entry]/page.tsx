import { EntryPage } from '@/components/desk/registers/EntryPage'
import { words } from '@/i18n'
import { entryVM } from '@/services/registers/read'
import { needEntry } from '@/services/registers/register'
import { at, registerPage } from '../../../_page'

type Params = { code: string; entry: string }

export default registerPage<Params>(({ code, entry }) => at(code, 'e', encodeURIComponent(entry)), async ({ desk, register, params }) =>
  <EntryPage view={await entryVM(desk, register, await needEntry(desk, register, params.entry))} words={words(desk.lang, 'registers')} />)
