// Runs the package as Jest does: its modules and the calling code share a separate realm, with its
// own `Error`, `Date` and `Array`; Node and the native module are outside.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import vm from "node:vm";

const ENTRY = createRequire(import.meta.url).resolve("infisical-e2ee");
// Node's own globals, which Jest passes into its realm; JavaScript built-ins exist in each realm.
const GLOBALS = ["AbortController", "AbortSignal", "URL", "process", "setTimeout"];

/** A new realm with the package loaded. `run` evaluates code there; the package is `e2ee`. */
export function newRealm() {
  const context = vm.createContext(
    Object.fromEntries(GLOBALS.map((name) => [name, globalThis[name]])),
  );
  const loaded = new Map();
  const load = (path) => {
    const known = loaded.get(path);
    if (known !== undefined) {
      return known.exports;
    }
    const outside = createRequire(path);
    const require = (name) => {
      const resolved = outside.resolve(name);
      return resolved.startsWith(dirname(ENTRY)) ? load(resolved) : outside(name);
    };
    const module = { exports: vm.runInContext("({})", context) };
    loaded.set(path, module);
    const parameters = ["exports", "require", "module"];
    const options = { filename: path, parsingContext: context };
    vm.compileFunction(readFileSync(path, "utf8"), parameters, options)(
      module.exports,
      require,
      module,
    );
    return module.exports;
  };
  context.e2ee = load(ENTRY);
  return { run: (code) => vm.runInContext(code, context) };
}
