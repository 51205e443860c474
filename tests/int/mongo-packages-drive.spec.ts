import { onMongo } from '../helpers/mongo'

onMongo(() => import('./packages-drive.spec'))
