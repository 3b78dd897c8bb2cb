// Which files are workshops, by their name: what is inside is the host's to find out.

/** The ending of a workshop that travels as a file. */
export const workshopFileEnding = '.hrhworkshop';

/** True for a file that can be nothing else than a workshop. */
export function isWorkshopFileName(fileName: string): boolean {
  return fileName.toLowerCase().endsWith(workshopFileEnding);
}
