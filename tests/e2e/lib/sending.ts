import { leadsTo, visit, type Visitor } from './visitor'

/** A report filled in to the last page: one more sending makes the matter. */
export type Filled = { visitor: Visitor; send: () => Promise<string> }

type Filling = { baseURL: string; text: string; category: string; unit: string; photos: readonly Blob[] }

const expectTo = async (answer: Promise<Response>, path: string): Promise<void> => {
  const to = await leadsTo(answer)
  if (to !== path) throw new Error(`a page of the report led to ${to} instead of ${path}`)
}

const draftOn = async (visitor: Visitor): Promise<string> => {
  const page = await (await visitor.get('/report')).text()
  const [, draft = ''] = /name="draft" value="([^"]+)"/.exec(page) ?? []
  return draft
}

/** Goes through the pages of a report as a browser without JavaScript does, up to the check. */
export const fillReport = async ({ baseURL, text, category, unit, photos }: Filling): Promise<Filled> => {
  const visitor = visit(baseURL)
  await expectTo(visitor.post('/do/report/describe', { draft: 'new', text, do: 'next' }), '/report')
  const draft = await draftOn(visitor)
  const at = (page: string, fields: Record<string, string>) => visitor.post(`/do/report/${page}`, { draft, ...fields })
  await expectTo(at('describe', { text, category, do: 'next' }), '/report/where')
  await expectTo(at('where', { way: 'tree', do: `at:${unit}` }), '/report/where')
  await expectTo(at('where', { way: 'tree', do: 'next' }), '/report/questions')
  await expectTo(at('questions', { 'q.danger': 'no', 'q.since': 'today', do: 'next' }), '/report/photos')
  const form = new FormData()
  form.set('draft', draft)
  form.set('do', 'next')
  photos.forEach((photo, index) => form.append('photos', photo, `${index}.jpg`))
  await expectTo(visitor.post('/do/report/photos', form), '/report/contact')
  await expectTo(at('contact', { phone: '13800138000', consent: 'yes', do: 'next' }), '/report/check')
  return { visitor, send: () => leadsTo(at('check', { do: 'send' })) }
}

/** Code and word of the receipt as this browser is shown it. */
export const receiptShown = async (visitor: Visitor): Promise<{ code: string; word: string }> => {
  const page = await (await visitor.get('/receipt')).text()
  const [code = '', word = ''] = [...page.matchAll(/class="receipt-code">([^<]+)</g)].map(([, text = '']) => text)
  return { code, word }
}
