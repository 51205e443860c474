import { t, tMaybe } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import { Banner } from '../ui/Banner'

/** What kept a form of these pages from being done. */
export const FaultLine = ({ lang, fault }: { lang: Lang; fault?: string | undefined }) =>
  fault ? <Banner tone="late" live="alert" title={tMaybe(lang, `retention.fault.${fault}`) ?? t(lang, 'retention.fault.other')} /> : null

/** What was done on these pages just now. */
export const DoneLine = ({ lang, done }: { lang: Lang; done?: string | undefined }) => {
  const said = done && tMaybe(lang, `retention.done.${done}`)
  return said ? <Banner tone="done" live="status" title={said} /> : null
}
