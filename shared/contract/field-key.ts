// The name of one field of one record, by which pages and host mean the same: `planSet p1 topic`.

/** @param command the name of the command that sets the field */
export function fieldKey(command: string, id: string, field: string): string {
  return `${command} ${id} ${field}`;
}

/** The field that a command sets; null for a command that does something else. */
export function fieldKeyOf(command: { readonly name: string; readonly id?: unknown; readonly field?: unknown }): string | null {
  const { name, id, field } = command;
  return typeof id === 'string' && typeof field === 'string' ? fieldKey(name, id, field) : null;
}
