'use client'

import { Icon } from '../ui/icons'

export const PrintButton = ({ text }: { text: string }) => (
  <button type="button" className="btn main no-print" onClick={() => window.print()}><Icon name="print" />{text}</button>
)
