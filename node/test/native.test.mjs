import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
const NATIVE = "infisical-e2ee-linux-x64-gnu";

/** Loads the package with `native` as its native package, and returns the printed error. */
function load(t, { native, machine = "" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "infisical-e2ee-native-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const modules = join(folder, "node_modules");
  cpSync(join(PACKAGE, "dist"), join(modules, "infisical-e2ee", "dist"), { recursive: true });
  cpSync(join(PACKAGE, "package.json"), join(modules, "infisical-e2ee", "package.json"));
  if (native !== undefined) {
    mkdirSync(join(modules, NATIVE));
    writeFileSync(join(modules, NATIVE, "package.json"), '{ "main": "module.node" }');
    writeFileSync(join(modules, NATIVE, "module.node"), native);
  }
  const code = `${machine}; try { require("infisical-e2ee"); } catch (error) { console.log(error.message, "| cause:", error.cause?.code); }`;
  const done = spawnSync(process.execPath, ["-e", code], { cwd: folder, encoding: "utf8" });
  assert.equal(done.stderr, "");
  return done.stdout;
}

test("without its native package, the error names bundlers and what to do", (t) => {
  const message = load(t);
  assert.match(message, /^infisical-e2ee cannot load its native module: Cannot find module/);
  assert.ok(message.includes(NATIVE));
  assert.match(
    message,
    /bundler.*serverExternalPackages.*esbuild, webpack, Vite, Rollup: external/,
  );
  assert.match(message, /optional dependencies/);
  assert.match(message, /cause: MODULE_NOT_FOUND$/m);
  assert.doesNotMatch(message, /glibc|Require stack/);
});

test("a native module for another system fails with the loader's message", (t) => {
  const message = load(t, { native: "no ELF" });
  assert.match(message, /native module: .*module\.node: .*\. Install the package again/);
  assert.match(message, /cause: ERR_DLOPEN_FAILED$/m);
});

test("on musl, the error names glibc and an image with glibc", (t) => {
  const machine = `process.report.getReport = () => ({ sharedObjects: ["/lib/ld-musl-x86_64.so.1"] })`;
  for (const native of [undefined, "no ELF"]) {
    assert.match(load(t, { native, machine }), /needs glibc.*musl.*Alpine.*node:22-slim/);
  }
});

test("on an unsupported system, the error names the supported ones", (t) => {
  const machine = `Object.defineProperty(process, "arch", { value: "riscv64" })`;
  assert.match(
    load(t, { machine }),
    /no native module for linux-riscv64, only for Linux on x86-64/,
  );
});

test("every native package is required by its name, as bundlers need it", () => {
  const { optionalDependencies } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  const source = readFileSync(join(PACKAGE, "dist", "native.js"), "utf8");
  const required = [...source.matchAll(/\brequire\(([^)]*)\)/g)].map(([, name]) => name);
  assert.deepEqual(
    required.sort(),
    Object.keys(optionalDependencies)
      .map((name) => JSON.stringify(name))
      .sort(),
  );
});
