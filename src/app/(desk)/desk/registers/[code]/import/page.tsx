import { ImportPage } from '@/components/desk/registers/ImportPage'
import { words } from '@/i18n'
import { headOf } from '@/services/registers/present'
import { needEditor } from '@/services/registers/register'
import { lastImport } from '@/services/registers/undoImport'
import { at, registerPage } from '../../_page'

export default registerPage(({ code }) => at(code, 'import'), async ({ desk, register }) => {
  await needEditor(desk, register.code)
  return <ImportPage head={headOf(desk, register)} last={await lastImport(desk, register)} me={desk.me.name} words={words(desk.lang, 'registers')} />
})
