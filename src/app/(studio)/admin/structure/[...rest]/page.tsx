import { notFound } from 'next/navigation'

/** An address below the editors that leads nowhere: said here, in their own words. */
const Page = () => notFound()

export default Page
