/** How a visitor is greeted: the first word of their name. */
export function firstNameOf(name: string): string {
  return name.split(/\s+/)[0] ?? name;
}
