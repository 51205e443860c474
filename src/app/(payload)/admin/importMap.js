import { JsonField as JsonField_ee3bd7627f3cfe7e2313f6939bd36642 } from '@/components/admin/JsonField.client'
import { Uses as Uses_fb8abcd87e0bf43a6140951469a1efdb } from '@/components/admin/Uses.client'
import { DefinitionSummary as DefinitionSummary_c80807a287f839a8c879ea1cb5bd95d9 } from '@/components/admin/DefinitionSummary.client'
import { PublishButton as PublishButton_12694570a3fe90f925f33aa520f860df } from '@/components/admin/PublishButton.client'
import { DeskLink as DeskLink_70b8171a8fa1197e0e63708f548bff5a } from '@/components/admin/DeskLink.client'
import { SaidError as SaidError_db5ff2f1b6412315ae401dd263836b49 } from '@/components/admin/SaidError.client'
import { ChainLink as ChainLink_93f3365c0592e0f98422b8d90620f60f } from '@/components/admin/ChainLink.client'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { GuideMissing as GuideMissing_d6885803e198434e0272c1fbe5dbc409 } from '@/components/admin/GuideMissing.client'
import { GuideMissingCell as GuideMissingCell_d6885803e198434e0272c1fbe5dbc409 } from '@/components/admin/GuideMissing.client'
import { WeekField as WeekField_52dba26bc25678f6934cc4f37ec2acfb } from '@/components/admin/WeekField.client'
import { YearsField as YearsField_27c071505533166add66ea2d288ad99e } from '@/components/admin/YearsField.client'
import { Icon as Icon_9a1c995a6254264bd1d2515b485260df } from '@/components/admin/Mark'
import { Logo as Logo_9a1c995a6254264bd1d2515b485260df } from '@/components/admin/Mark'
import { NavLinks as NavLinks_efcc7fec2af44371f7fed5d0104659dd } from '@/components/admin/NavLinks'
import { Proof as Proof_ce9ec9b57c3fb5b35c4b4c4d52629bbf } from '@/components/admin/Proof.client'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@/components/admin/JsonField.client#JsonField": JsonField_ee3bd7627f3cfe7e2313f6939bd36642,
  "@/components/admin/Uses.client#Uses": Uses_fb8abcd87e0bf43a6140951469a1efdb,
  "@/components/admin/DefinitionSummary.client#DefinitionSummary": DefinitionSummary_c80807a287f839a8c879ea1cb5bd95d9,
  "@/components/admin/PublishButton.client#PublishButton": PublishButton_12694570a3fe90f925f33aa520f860df,
  "@/components/admin/DeskLink.client#DeskLink": DeskLink_70b8171a8fa1197e0e63708f548bff5a,
  "@/components/admin/SaidError.client#SaidError": SaidError_db5ff2f1b6412315ae401dd263836b49,
  "@/components/admin/ChainLink.client#ChainLink": ChainLink_93f3365c0592e0f98422b8d90620f60f,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@/components/admin/GuideMissing.client#GuideMissing": GuideMissing_d6885803e198434e0272c1fbe5dbc409,
  "@/components/admin/GuideMissing.client#GuideMissingCell": GuideMissingCell_d6885803e198434e0272c1fbe5dbc409,
  "@/components/admin/WeekField.client#WeekField": WeekField_52dba26bc25678f6934cc4f37ec2acfb,
  "@/components/admin/YearsField.client#YearsField": YearsField_27c071505533166add66ea2d288ad99e,
  "@/components/admin/Mark#Icon": Icon_9a1c995a6254264bd1d2515b485260df,
  "@/components/admin/Mark#Logo": Logo_9a1c995a6254264bd1d2515b485260df,
  "@/components/admin/NavLinks#NavLinks": NavLinks_efcc7fec2af44371f7fed5d0104659dd,
  "@/components/admin/Proof.client#Proof": Proof_ce9ec9b57c3fb5b35c4b4c4d52629bbf,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
