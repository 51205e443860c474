import type { ReactNode } from 'react'
import { Refresh } from '@/components/preview/Refresh.client'
import { DomainError } from '@/domain/errors'
import type { Permission } from '@/domain/access/types'
import { t } from '@/i18n'
import type { Desk } from '@/services/desk/desk'
import { openSite, type PageProps, type Site } from '@/app/(site)/lib/site'
import { pageStudio } from '@/app/(studio)/_server/page'

const NEEDS: Permission[] = ['content.edit', 'content.publish']

type Body = { title: string; state: string; children: ReactNode }

/** A line above the page says what it is. Links open a window of their own: only previews stand in a frame. */
const Shown = ({ site: { lang }, title, state, children }: Body & { site: Site }) => (
  <>
    <base target="_blank" />
    <p className="preview-bar" role="note">
      <strong>{t(lang, 'blocks.preview.bar', { title })}</strong> <span>{state}</span>
    </p>
    {children}
    <Refresh />
  </>
)

const Gone = ({ site: { lang } }: { site: Site }) => (
  <main className="wrap page">
    <h1>{t(lang, 'blocks.preview.gone')}</h1>
  </main>
)

/** A page of the preview for those who write or publish; whoever holds neither right finds nothing here. */
export const previewPage = <P extends object>(address: (params: P) => string, body: (args: { site: Site; desk: Desk; params: P }) => Promise<Body | undefined>) => async (props: PageProps<P>) => {
  const params = await props.params
  const desk = await pageStudio(address(params), NEEDS)
  const site = await openSite(props.params)
  const shown = await orNothing(() => body({ site, desk, params }))
  return shown ? <Shown site={site} {...shown} /> : <Gone site={site} />
}

const orNothing = async <T,>(find: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await find()
  } catch (error) {
    if (error instanceof DomainError && error.code === 'notFound') return undefined
    throw error
  }
}
