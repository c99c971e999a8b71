/**
 * A function of an object that computes its result once for each object, and keeps it as long as
 * the object lives. For what scoring derives from an instance (an index of its edges): it is made
 * once a problem, not once an answer. The objects must not change afterwards.
 */
export function oncePer<Key extends object, Derived extends object>(
  derive: (key: Key) => Derived,
): (key: Key) => Derived {
  const known = new WeakMap<Key, Derived>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const derived = derive(key);
    known.set(key, derived);
    return derived;
  };
}
