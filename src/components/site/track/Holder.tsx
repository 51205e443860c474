import { Phone } from '../../ui/Phone'
import type { HolderView } from '../types'

/** A unit or team with its number. */
export const Holder = ({ holder: { name, phone } }: { holder: HolderView }) => (
  <>
    {name}
    {phone && (
      <>
        <br />
        <Phone phone={phone} own />
      </>
    )}
  </>
)
