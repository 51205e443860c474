/** What the workbench's pages import. */
export { DeskFrame } from './frame/DeskFrame'
export { SignIn } from './entry/SignIn'
export { ChangePassword } from './entry/ChangePassword'
export { AppointView } from './entry/AppointView'
export { FirstScreen } from './first/FirstScreen'
export { Queue } from './queue/Queue'
export { MatterPage } from './matter/MatterPage'
export { NewMatter, type QuestionsProps } from './new/NewMatter'
