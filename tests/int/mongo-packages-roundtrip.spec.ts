import { onMongo } from '../helpers/mongo'

onMongo(() => import('./packages-roundtrip.spec'))
