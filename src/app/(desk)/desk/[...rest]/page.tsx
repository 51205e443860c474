import { notFound } from 'next/navigation'

/** An address of the workbench that leads nowhere: said here, in its own words, not by the residents' site. */
const Page = () => notFound()

export default Page
