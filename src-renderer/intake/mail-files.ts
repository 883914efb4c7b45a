/** Files the desk reads as mail, and those it would refuse. */
export function sortFiles<T extends { name: string }>(files: T[]): { mail: T[]; others: T[] } {
  const isMail = ({ name }: T) => /\.(eml|mbox|mbx)$/iu.test(name);
  return { mail: files.filter(isMail), others: files.filter((file) => !isMail(file)) };
}
