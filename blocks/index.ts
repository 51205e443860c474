import type { Block } from 'payload'
import { Accordion } from './Accordion/config'
import { AlertBanner } from './AlertBanner/config'
import { Callout } from './Callout/config'
import { Chart } from './Chart/config'
import { Contacts } from './Contacts/config'
import { Downloads } from './Downloads/config'
import { Embed } from './Embed/config'
import { Facts } from './Facts/config'
import { Figures } from './Figures/config'
import { Gallery } from './Gallery/config'
import { Hero } from './Hero/config'
import { Honours } from './Honours/config'
import { Links } from './Links/config'
import { MyGrid } from './MyGrid/config'
import { NoticeList } from './NoticeList/config'
import { People } from './People/config'
import { ReportEntry } from './ReportEntry/config'
import { RichText } from './RichText/config'
import { RuleList } from './RuleList/config'
import { Services } from './Services/config'
import { Steps } from './Steps/config'
import { TrackEntry } from './TrackEntry/config'
import { UnitMap } from './UnitMap/config'

/** All blocks that pages are made of, registered once, in the order publishers find them. */
export const pageBlocks: Block[] = [
  Hero, ReportEntry, TrackEntry, MyGrid, Services, NoticeList, AlertBanner, RichText, Callout, Steps, Accordion, Facts, Figures, Chart, UnitMap, People, Contacts, RuleList, Links, Downloads, Gallery, Honours, Embed,
]
