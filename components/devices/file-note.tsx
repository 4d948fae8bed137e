import type { DeviceFileWork } from './use-device-file'
import { WorkNote } from './work-note'

/** Says what came of a file, or what is under way. */
export const FileNote = ({ file: { work, during, said } }: { file: DeviceFileWork }) => (
  <>
    <WorkNote work={work} during={during} />
    <p class="file-said" role="status">
      {said}
    </p>
  </>
)
