// A look at a value that is sure when it says yes. Opening a workshop checks tens of thousands of fields of which all are as they should be:
// a schema makes objects for each of them, and copies what it has checked.
import type { z } from 'zod';

/** True: the schema would take the value, and give it back as it is. False: the schema has to decide. */
export type QuickLook = (value: unknown) => boolean;

type Schema = z.core.$ZodType;

/**
 * The look that belongs to a schema, derived from the schema itself. A part of it that this function does not know makes the look unsure of
 * every value; nothing is taken that the schema would not take.
 */
export function quickLook(schema: Schema): QuickLook {
  const def = definitionOf(schema);
  const checks = (def.checks ?? []).map((check) => lookOf(check as unknown as z.core.$ZodChecks | z.core.$ZodCustom));
  return checks.reduce(both, lookOfType(def));
}

function lookOfType(def: Definition): QuickLook {
  switch (def.type) {
    case 'string':
      // Formats such as addresses of the web are checked by more than their checks.
      return 'format' in def || def.coerce ? unsure : (value) => typeof value === 'string';
    case 'number':
      return 'format' in def || def.coerce ? unsure : Number.isFinite;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'enum':
      return oneOf(Object.values(def.entries));
    case 'literal':
      return oneOf(def.values);
    case 'nullable':
      return nullOr(quickLook(def.innerType));
    case 'readonly':
    case 'optional':
      return quickLook(def.innerType);
    case 'array':
      return everyEntry(quickLook(def.element));
    case 'record':
      return hasAnyKeys(def.keyType) ? everyKey(quickLook(def.keyType), quickLook(def.valueType)) : unsure;
    case 'object':
      return isOpen(def.catchall) ? everyField(def.shape) : unsure;
    default:
      return unsure;
  }
}

type Definition = ReturnType<typeof definitionOf>;

function definitionOf(schema: Schema) {
  const {
    _zod: { def },
  } = schema as z.core.$ZodTypes;
  return def;
}

const unsure: QuickLook = () => false;

function both(first: QuickLook, second: QuickLook): QuickLook {
  return (value) => first(value) && second(value);
}

function oneOf(values: readonly unknown[]): QuickLook {
  const known = new Set(values);
  return (value) => known.has(value);
}

function nullOr(look: QuickLook): QuickLook {
  return (value) => value === null || look(value);
}

function everyEntry(look: QuickLook): QuickLook {
  return (value) => Array.isArray(value) && value.every(look);
}

/** A record whose keys are listed has to have all of them. */
function hasAnyKeys(keys: Schema): boolean {
  return definitionOf(keys).type === 'string';
}

function everyKey(keyLook: QuickLook, look: QuickLook): QuickLook {
  return (value) => isPlain(value) && Object.entries(value).every(([key, entry]) => keyLook(key) && look(entry));
}

/** Fields that may be absent are the schema's business, as soon as they are. */
function everyField(shape: Readonly<Record<string, Schema>>): QuickLook {
  const fields = Object.entries(shape).map(([name, schema]) => ({
    name,
    look: quickLook(schema),
    isOptional: definitionOf(schema).type === 'optional',
  }));
  return (value) => {
    if (!isPlain(value)) return false;
    // A loop, since nothing else in the opening of a workshop runs as often.
    for (const { name, look, isOptional } of fields) {
      if (!look(value[name]) && !(isOptional && !Object.hasOwn(value, name))) return false;
    }
    return true;
  };
}

/** Fields that the schema does not name stay as they are. */
function isOpen(catchall: Schema | undefined): boolean {
  return catchall !== undefined && definitionOf(catchall).type === 'unknown';
}

/** An object as JSON makes them, without the one key that means something else to JavaScript. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype && !Object.hasOwn(value, '__proto__')
  );
}

function lookOf(check: z.core.$ZodChecks | z.core.$ZodCustom): QuickLook {
  const {
    _zod: { def },
  } = check;
  switch (def.check) {
    case 'max_length':
      return (value) => (value as string | readonly unknown[]).length <= def.maximum;
    case 'min_length':
      return (value) => isAtLeast(value as string | readonly unknown[], def.minimum);
    case 'number_format':
      return def.format === 'safeint' ? Number.isSafeInteger : unsure;
    case 'greater_than':
      return (value) => (value as number) > (def.value as number) || (def.inclusive && value === def.value);
    case 'less_than':
      return (value) => (value as number) < (def.value as number) || (def.inclusive && value === def.value);
    case 'string_format':
      return def.format === 'regex' ? matching(def.pattern) : unsure;
    case 'custom':
      return (value) => def.fn?.(value) === true;
    default:
      return unsure;
  }
}

/** A schema counts characters, of which some are two units of a string: no longer than its units, and at least half as long. */
function isAtLeast(value: string | readonly unknown[], minimum: number): boolean {
  return (typeof value === 'string' && value.length < 2 * minimum ? [...value] : value).length >= minimum;
}

/** A pattern that remembers where it was would answer differently each time. */
function matching(pattern: RegExp | undefined): QuickLook {
  return pattern && !pattern.global && !pattern.sticky ? (value) => pattern.test(value as string) : unsure;
}
