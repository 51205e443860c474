import { onMongo } from '../helpers/mongo'

onMongo(() => import('./registers.spec'))
