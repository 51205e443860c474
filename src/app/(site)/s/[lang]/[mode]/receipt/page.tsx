import { redirect } from 'next/navigation'
import { ReceiptPage } from '@/components/site/track/ReceiptPage'
import { makeHref } from '@/components/site/href'
import { t } from '@/i18n'
import { readDraft } from '@/services/site/report/draft'
import { receiptOf } from '@/services/site/track/receipt'
import { plainRequest } from '@/services/site/track/standing'
import { Frame, sitePage, titled } from '../../../../lib/sitePage'
import { contextOf, cookieOf, originOf } from '../../../../lib/site'

export const generateMetadata = titled(({ lang }) => t(lang, 'site.receipt.label'), false)

export default sitePage(async (site) => {
  const { payload, model, lang } = site
  const held = await readDraft(payload, await cookieOf('draft'))
  const receipt = await receiptOf(await plainRequest(payload), model, held, { lang, origin: await originOf() })
  if (!receipt) redirect(makeHref(site)('/track'))
  return (
    <Frame site={site} path="/receipt" current="track">
      <ReceiptPage ctx={contextOf(site, '/receipt')} view={receipt} />
    </Frame>
  )
})
