/** The same function, worked out once for each object and forgotten with it. */
export function memoizeWeak<K extends object, V>(workOut: (of: K) => V): (of: K) => V {
  const results = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    const known = results.get(of);
    if (known !== undefined) return known.value;
    const value = workOut(of);
    results.set(of, { value });
    return value;
  };
}
