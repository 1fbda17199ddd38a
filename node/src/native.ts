import type * as Binding from "./binding.js";

const TARGETS = ["linux-x64-gnu"];

/** The native module for this machine, from the package that holds only that. */
function load(): typeof Binding {
  const machine = `${process.platform}-${process.arch}`;
  const target = TARGETS.find((target) => target.startsWith(machine));
  if (target === undefined) {
    throw new Error(
      `infisical-e2ee has no native module for ${machine} yet, only for: ${TARGETS.join(", ")}`,
    );
  }
  const name = `infisical-e2ee-${target}`;
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a native module is CommonJS
    return require(name) as typeof Binding;
  } catch (cause) {
    throw new Error(
      `the package ${name} cannot be loaded. It comes with infisical-e2ee unless optional ` +
        "dependencies are left out, and on Linux it needs glibc",
      { cause },
    );
  }
}

export const native = load();
