/** A number that dials. `own`: stands alone on its line, with a target of full height. */
export const Phone = ({ phone, own, className }: { phone: { text: string; dial: string }; own?: boolean; className?: string }) => (
  <a className={[own ? 'own-line' : '', 'unbroken', className ?? ''].filter(Boolean).join(' ')} href={`tel:${phone.dial}`}>
    {phone.text}
  </a>
)
