import { t } from '../../platform/i18n'

/** A file that the browser did not let Zeitwert remove, and the folder that holds it. */
export interface LeftFile {
  name: string
  folder: string
}

/** That the file of a device stays where it is. */
export const fileLeftWords = ({ name, folder }: LeftFile): string => t('devices_file_left', name, folder)
