import { EntryForm } from '@/components/desk/registers/EntryForm'
import { words } from '@/i18n'
import { entryFormVM } from '@/services/registers/read'
import { needEditor } from '@/services/registers/register'
import { at, registerPage } from '../../_page'

export default registerPage(({ code }) => at(code, 'new'), async ({ desk, register }) => {
  await needEditor(desk, register.code)
  return <EntryForm view={await entryFormVM(desk, register)} words={words(desk.lang, 'registers')} />
})
