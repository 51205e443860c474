import { EntryForm } from '@/components/desk/registers/EntryForm'
import { DomainError } from '@/domain/errors'
import { words } from '@/i18n'
import { entryFormVM } from '@/services/registers/read'
import { mayOnEntry, needEntry } from '@/services/registers/register'
import { pathOf } from '@/services/registers/row'
import { at, registerPage } from '../../../../_page'

type Params = { code: string; entry: string }

export default registerPage<Params>(({ code, entry }) => at(code, 'e', encodeURIComponent(entry), 'edit'), async ({ desk, register, params }) => {
  const row = await needEntry(desk, register, params.entry)
  if (!mayOnEntry(desk, register, 'edit', pathOf(row)) || row.active === false) throw new DomainError('notAllowed')
  return <EntryForm view={await entryFormVM(desk, register, row)} words={words(desk.lang, 'registers')} />
})
