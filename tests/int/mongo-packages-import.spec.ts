import { onMongo } from '../helpers/mongo'

onMongo(() => import('./packages-import.spec'))
