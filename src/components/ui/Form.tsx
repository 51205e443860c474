import type { ReactNode } from 'react'

export type PostFormProps = {
  action: string
  hidden: Record<string, string>
  /** The form carries files. */
  files?: boolean
  className?: string
  id?: string
  children: ReactNode
}

/** A plain form that posts. Checks are the server's: browsers word their own in the wrong language. */
export const PostForm = ({ action, hidden, files, className, id, children }: PostFormProps) => (
  <form method="post" action={action} id={id} className={className} encType={files ? 'multipart/form-data' : undefined} noValidate>
    <HiddenFields values={hidden} />
    {children}
  </form>
)

export const HiddenFields = ({ values }: { values: Record<string, string> }) => (
  <>
    {Object.entries(values).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
)
