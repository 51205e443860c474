import type { Block } from 'payload'
import { Callout } from './Callout/config'
import { Facts } from './Facts/config'
import { Links } from './Links/config'
import { People } from './People/config'
import { RichText } from './RichText/config'
import { Steps } from './Steps/config'

/** All blocks that pages are made of, registered once. */
export const pageBlocks: Block[] = [RichText, Facts, Steps, People, Links, Callout]
