import { onMongo } from '../helpers/mongo'

onMongo(() => import('./packages-undo.spec'))
