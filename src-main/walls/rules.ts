/** The roles that see every restricted case without being asked for. */
export const wallRoles = ['nodal-contact', 'compliance-chief'] as const;

/** Whether these roles see every restricted case. */
export const isEntitled = (roles: readonly string[]): boolean => wallRoles.some((role) => roles.includes(role));

/**
 * Who of the people of a desk gets the key of a new wall: those with one of the two roles; where nobody has one, the one person of
 * a desk of one.
 */
export function entitledPeople<P extends { roles: readonly string[] }>(people: readonly P[]): P[] {
  const entitled = people.filter(({ roles }) => isEntitled(roles));
  return entitled.length > 0 || people.length !== 1 ? entitled : [...people];
}
