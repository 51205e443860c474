import { visit, type Visitor } from '../../tests/e2e/lib/visitor'
import { asking, Over, posting, type Run } from './patience'
import type { Random } from './random'

/** A report as its sender knows it: acknowledged, with the receipt that was shown. */
export type Sent = { text: string; code: string; word: string; photos: number; /** Sends the same once more; resolves with the receipt that is shown then. */ again: () => Promise<{ code: string; word: string }> }

export type Reporting = { run: Run; baseURL: string; random: Random; name: string; photos: readonly Blob[]; sent: Sent[]; /** What was begun, sent or not. */ begun: string[] }

const CATEGORY = 'security-dark'
const UNIT = 'jw-01-01-01'

const draftOn = async ({ run }: Reporting, visitor: Visitor): Promise<string> => {
  const { text } = await asking(run, { what: 'GET /report', ask: () => visitor.get('/report') })
  return /name="draft" value="([^"]+)"/.exec(text)?.[1] ?? ''
}

const receiptOn = async ({ run }: Reporting, visitor: Visitor): Promise<{ code: string; word: string }> => {
  const { text } = await asking(run, { what: 'GET /receipt', ask: () => visitor.get('/receipt') })
  const [code = '', word = ''] = [...text.matchAll(/class="receipt-code">([^<]+)</g)].map(([, shown = '']) => shown)
  return { code, word }
}

const withPhotos = (draft: string, photos: readonly Blob[]) => (): FormData => {
  const form = new FormData()
  form.set('draft', draft)
  form.set('do', 'next')
  photos.forEach((photo, index) => form.append('photos', photo, `${index}.jpg`))
  return form
}

/** Takes one report through its pages, each repeated until it is answered, and sends it. Undefined where a page led astray. */
const report = async (reporting: Reporting, text: string, photos: readonly Blob[]): Promise<Sent | undefined> => {
  const { run, baseURL } = reporting
  const visitor = visit(baseURL)
  await posting(run, visitor, '/do/report/describe', () => ({ draft: 'new', text, do: 'next' }))
  const draft = await draftOn(reporting, visitor)
  const to = (page: string, fields: Record<string, string>) => posting(run, visitor, `/do/report/${page}`, () => ({ draft, ...fields }))
  await to('describe', { text, category: CATEGORY, do: 'next' })
  await to('where', { way: 'tree', do: `at:${UNIT}` })
  await to('where', { way: 'tree', do: 'next' })
  await to('questions', { 'q.danger': 'no', 'q.since': 'today', do: 'next' })
  await posting(run, visitor, '/do/report/photos', withPhotos(draft, photos))
  await to('contact', { phone: '13800138000', consent: 'yes', do: 'next' })
  const send = async () => {
    const led = await to('check', { do: 'send' })
    if (led !== '/receipt') run.errors.push(`a report led to ${led} instead of its receipt`)
    return led === '/receipt'
  }
  if (!(await send())) return undefined
  const receipt = await receiptOn(reporting, visitor)
  return { text, ...receipt, photos: photos.length, again: async () => ((await send()) ? receiptOn(reporting, visitor) : { code: '', word: '' }) }
}

/** Somebody who reports one thing after another until the run ends; every third with a photo. */
export const reporter = async (reporting: Reporting): Promise<void> => {
  const { run, random, name, photos, sent, begun } = reporting
  try {
    for (let number = 1; !run.ending(); number += 1) {
      const text = `${name}第${number}件：路灯不亮，晚上看不清路。`
      begun.push(text)
      const done = await report(reporting, text, random() < 1 / 3 ? photos : [])
      if (done) sent.push(done)
    }
  } catch (error) {
    if (!(error instanceof Over)) throw error
  }
}
