import type * as Binding from "./binding.js";

/** The native module for this machine, from its own package. */
function load(): typeof Binding {
  const machine = `${process.platform}-${process.arch}`;
  // One literal `require` per package: bundlers and deployment tracers find packages by static
  // analysis.
  /* eslint-disable @typescript-eslint/no-require-imports -- a native module is CommonJS */
  try {
    switch (machine) {
      case "linux-x64":
        return require("infisical-e2ee-linux-x64-gnu") as typeof Binding;
    }
  } catch (cause) {
    throw new Error(`infisical-e2ee cannot load its native module: ${reason(cause)}`, { cause });
  }
  throw new Error(
    `infisical-e2ee has no native module for ${machine}, only for Linux on x86-64 with glibc`,
  );
}

function reason(cause: unknown): string {
  if (runsOnMusl()) {
    return (
      "it needs glibc, and this system has musl, as Alpine Linux does. Use an image with glibc, such " +
      "as node:22-slim"
    );
  }
  const { code, message = "" } = cause as { code?: string; message?: string };
  if (code === "ERR_DLOPEN_FAILED") {
    return `${firstLine(message)}. Install the package again, on a system like this one`;
  }
  return (
    `${firstLine(message)}. If a bundler built this program, keep infisical-e2ee out of the bundle ` +
    "(Next.js: serverExternalPackages; esbuild, webpack, Vite, Rollup: external) and install it " +
    "next to the program. Otherwise install it again on a system like this one, with its optional " +
    'dependencies. The package\'s README has more under "Bundlers and platforms"'
  );
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? "";
}

function runsOnMusl(): boolean {
  // Bun and Deno implement only parts of it.
  const { report } = process as { report?: Partial<NodeJS.ProcessReport> };
  const facts = report?.getReport?.() as { sharedObjects?: string[] } | undefined;
  return facts?.sharedObjects?.some((path) => path.includes("/ld-musl-")) ?? false;
}

export const native = load();
