import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { HeldView } from '../../../services/site/track/held'
import { form, siteContext } from '../fixtures/common.fixture'
import { held } from '../fixtures/held.fixture'
import { HeldPage } from './HeldPage'

const CODE = 'ABCDEFGHJK'
const asked = { askedAt: held.receivedAt, answerBy: held.receivedAt + 9e8, mayAsk: false }
const page = (view: Partial<HeldView>) =>
  renderToStaticMarkup(<HeldPage ctx={siteContext('zh', 'plain', `/track/${CODE}/data`)} code={CODE} view={{ ...held, ...view }} forms={{ contact: form('/c'), forgetContact: form('/f'), askErase: form('/a') }} />)

describe('a wish to erase that was sent', () => {
  it('is waited for while the matter is in hand, and gives way to erasing once it is closed', () => {
    expect(page(asked)).not.toContain(`/track/${CODE}#erase`)
    expect(page({ ...asked, open: false, mayErase: true })).toContain(`/track/${CODE}#erase`)
  })
})
