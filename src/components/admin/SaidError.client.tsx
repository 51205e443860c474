'use client'
import { useField } from '@payloadcms/ui'

/** What is wrong with a field, in full and for as long as it is wrong: Payload's own bubble holds a few words. */
export const SaidError = ({ path }: { path: string }) => {
  const { errorMessage, showError } = useField({ path })
  return showError && errorMessage ? (
    <p role="alert" style={{ margin: '0 0 8px', lineHeight: 1.7, overflowWrap: 'anywhere', color: 'var(--theme-error-600)' }}>
      {errorMessage}
    </p>
  ) : null
}
