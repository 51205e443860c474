'use client'

import { FailedPage, type Failed } from '@/components/ui/FailedPage'

const LOOK = { page: 'entry', panel: 'panel entry-form', bar: 'row', main: 'btn main', other: 'btn quiet' }

/** A page of the workbench failed. */
const ErrorPage = (failed: Failed) => <FailedPage {...failed} back="/desk" look={LOOK} />

export default ErrorPage
