import { fieldErrors } from '@/components/site/fieldErrors'
import { HeldPage } from '@/components/site/track/HeldPage'
import { TrackFormPage } from '@/components/site/track/TrackFormPage'
import type { FormView } from '@/components/site/types'
import { parseReceipt } from '@/domain/matter/receipt'
import { t, tMaybe } from '@/i18n'
import { readFlash, type HeldPart } from '@/services/site/track/act'
import { heldView } from '@/services/site/track/held'
import { matterOfReceipt, readSession } from '@/services/site/track/session'
import { plainRequest } from '@/services/site/track/standing'
import { effortView } from '../../../../../../lib/effortView'
import { TroubleNotice } from '../../../../../../lib/ReportFrame'
import { Frame, sitePage, titled } from '../../../../../../lib/sitePage'
import { contextOf, cookieOf, one } from '../../../../../../lib/site'

type Params = { code: string }

export const generateMetadata = titled<Params>(({ lang }) => t(lang, 'rights.page.title'), false)

/** Everything kept about one report, and what its reporter may ask for. The word is asked for first. */
export default sitePage<Params>(async (site, { params, searchParams }) => {
  const { payload, model, lang } = site
  const code = decodeURIComponent((await params).code).slice(0, 64)
  const session = readSession(await cookieOf('track'))
  const matter = session && session.receiptCode === parseReceipt(code) ? await matterOfReceipt(payload, session.receiptCode) : undefined
  const path = `/track/${encodeURIComponent(code)}/data`
  const ctx = contextOf(site, path)
  if (!session || !matter) {
    return (
      <Frame site={site} path={path} current="track">
        <TrackFormPage ctx={ctx} office={site.office} view={{ form: { action: '/do/track', hidden: {}, errors: [], ...(await effortView(site, 'track')) }, code, word: '' }} />
      </Frame>
    )
  }
  const [view, flash, effort, query] = [await heldView(await plainRequest(payload), model, matter, lang), await readFlash(payload, session), await effortView(site, 'followUp'), await searchParams]
  const done = one(query.done)
  const formOf = (part: HeldPart): FormView => ({
    action: '/do/track/act', hidden: { code: session.receiptCode, revision: String(view.revision) }, errors: flash?.part === part ? fieldErrors(lang, flash.errors) : [], ...effort,
  })
  return (
    <Frame site={site} path={path} current="track">
      <TroubleNotice site={site} trouble={flash?.trouble} />
      <HeldPage ctx={ctx} code={session.receiptCode} view={view} forms={{ contact: formOf('contact'), forgetContact: formOf('forgetContact'), askErase: formOf('askErase') }} saved={done && !flash ? tMaybe(lang, `rights.done.${done}`) : undefined} />
    </Frame>
  )
})
