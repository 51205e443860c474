import { RegisterPage } from '@/components/desk/registers/RegisterPage'
import { words } from '@/i18n'
import { parseEntryQuery, registerVM } from '@/services/registers/list'
import { at, registerPage } from '../_page'

export default registerPage(({ code }) => at(code), async ({ desk, register, query }) => {
  const asked = parseEntryQuery(query)
  return <RegisterPage key={query.toString()} view={await registerVM(desk, register, asked)} words={words(desk.lang, 'registers')} />
})
