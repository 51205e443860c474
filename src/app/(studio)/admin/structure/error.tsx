'use client'

import { FailedPage, type Failed } from '@/components/ui/FailedPage'

const LOOK = { page: 'page', panel: 'panel empty', bar: 'bar bar-mid', main: 'btn btn-main', other: 'btn' }

/** An editor failed. */
const ErrorPage = (failed: Failed) => <FailedPage {...failed} back="/admin/structure" look={LOOK} />

export default ErrorPage
