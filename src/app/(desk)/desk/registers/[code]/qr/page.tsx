import { headers } from 'next/headers'
import { QrPage } from '@/components/desk/registers/QrPage'
import { env } from '@/lib/env'
import { parseEntryQuery } from '@/services/registers/list'
import { qrVM } from '@/services/registers/qr'
import { at, registerPage } from '../../_page'

/** The address people reach this portal by: the one it was given, else that of the connection. */
const originOf = async (): Promise<string> => env().PUBLIC_URL ?? (await headers()).get('x-portal-origin') ?? 'http://localhost'

export default registerPage(({ code }) => at(code, 'qr'), async ({ desk, register, query }) => {
  const entry = query.get('entry') ?? undefined
  return <QrPage lang={desk.lang} view={await qrVM(desk, register, { query: parseEntryQuery(query), ...(entry ? { entry } : {}), origin: await originOf() })} />
})
