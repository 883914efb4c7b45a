const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'];

/** How the window can show a file of this type; an SVG is a document that can carry anything, and is not shown. */
export function showable(mediaType: string): 'picture' | 'pdf' | null {
  const [type = ''] = mediaType.toLowerCase().split(';');
  if (type.trim() === 'application/pdf') return 'pdf';
  return pictures.includes(type.trim()) ? 'picture' : null;
}

/**
 * What may be answered about a waiting file: nothing before it is in sight; of one that nobody can see here, only that its content
 * goes, since nobody can know that it shows no number.
 */
export function answersFor(mediaType: string, isShown: boolean): ('yes' | 'no')[] {
  if (showable(mediaType) === null) return ['yes'];
  return isShown ? ['yes', 'no'] : [];
}
