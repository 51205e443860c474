import { fieldId } from './Field'

export type ErrorSummaryProps = { title: string; errors: { field: string; message: string }[] }

/** What has to be corrected, each with a jump to its field. First in the form, so that it is read first. */
export const ErrorSummary = ({ title, errors }: ErrorSummaryProps) =>
  errors.length === 0 ? null : (
    <div className="summary" role="alert" aria-labelledby="summary-title" tabIndex={-1}>
      <p className="strong" id="summary-title">
        {title}
      </p>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a href={`#${fieldId(field)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )

/** The first message of one field. */
export const errorOf = (errors: { field: string; message: string }[], field: string): string | undefined => errors.find((error) => error.field === field)?.message
