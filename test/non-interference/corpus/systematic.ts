/** What every run asks, whatever is drawn: each type, parameter, include, sort and operation. */
import { type Asked, pair, plainly } from "./asked.ts";
import type { Ground } from "./searches.ts";

export function systematic(ground: Ground): readonly Asked[] {
  const { surface, values, patients } = ground;
  let turn = 0;
  const sight = (): number => turn++ % patients.length;
  const asked: Asked[] = [];
  for (const { type, parameters, includes, revincludes, operations } of surface.types) {
    for (let n = 0; n < patients.length; n++) asked.push(plainly(n, `/${type}`, [], { walk: true }));
    asked.push(plainly(sight(), `/${type}`, [pair("_count", "3")], { walk: true }));
    const own = sight();
    asked.push(plainly(own, `/Patient/${patients[own]}/${type}`, [pair("_count", "7")], { walk: true }));
    for (const { name } of parameters) {
      const found = name === "_id" ? values.ids(type) : values.of(type, name);
      for (const value of [found.withheld[0], found.withheld.at(-1), found.shown[0]])
        if (value !== undefined)
          asked.push(
            plainly(sight(), `/${type}`, [pair(name, value)]),
            plainly(sight(), `/${type}/_search`, [pair(name, value)], { method: "POST", form: true }),
          );
      for (const direction of ["", "-"])
        asked.push(plainly(sight(), `/${type}`, [pair("_sort", `${direction}${name}`), pair("_count", "4")], { walk: true }));
    }
    for (const include of includes)
      asked.push(plainly(sight(), `/${type}`, [pair("_include", include), pair("_count", "5")], { walk: true }));
    for (const include of revincludes)
      asked.push(plainly(sight(), `/${type}`, [pair("_revinclude", include), pair("_count", "5")], { walk: true }));
    for (const operation of operations)
      for (const count of ["3", "50"])
        for (let n = 0; n < patients.length; n++)
          asked.push(plainly(n, `/${type}/${patients[n]}/$${operation}`, [pair("_count", count)], { walk: count === "50" || n < 4 }));
  }
  const types = new Set(surface.types.map(({ type }) => type));
  for (const { include, source, target } of values.edges.filter((edge) => types.has(edge.source) && types.has(edge.target))) {
    asked.push(plainly(sight(), `/${source}`, [pair("_include", include), pair("_count", "20")], { walk: true }));
    asked.push(plainly(sight(), `/${target}`, [pair("_revinclude", include), pair("_count", "20")], { walk: true }));
  }
  return asked;
}
