import type { Metadata } from 'next'
import SiteLayout, { generateMetadata as siteMetadata } from '@/app/(site)/s/[lang]/[mode]/layout'

// What stands here is nobody's but the one's who looks, and only for this moment.
export const dynamic = 'force-dynamic'

export { viewport } from '@/app/(site)/s/[lang]/[mode]/layout'

export const generateMetadata = async (props: Parameters<typeof siteMetadata>[0]): Promise<Metadata> => ({ ...(await siteMetadata(props)), robots: { index: false, follow: false } })

/** The residents' document, in which what is not public yet is shown to those who write it. */
export default SiteLayout
