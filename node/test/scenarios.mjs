// Runs tests/scenarios/*.json against the server that tests/run.py started; tests/README.md describes
// the format.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { InfisicalError } from "infisical-e2ee";

import { check, ofEra } from "./scenarios/matching.mjs";
import { perform } from "./scenarios/operations.mjs";
import { Variables } from "./scenarios/variables.mjs";

const variable = (name) => process.env[`INFISICAL_E2EE_TEST_${name}`];

const setting = {
  target: variable("TARGET"),
  era: variable("ERA") ?? "",
  url: variable("URL") ?? "",
  folder: variable("SCENARIOS") ?? join(import.meta.dirname, "../../tests/scenarios"),
  codeCommand: variable("CODE_CMD"),
  directory: variable("DIRECTORY") ?? "",
  fixtures: variable("FIXTURES") === undefined ? null : readJson(variable("FIXTURES")),
};

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

function readScenarios() {
  return readdirSync(setting.folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const scenario = readJson(join(setting.folder, file));
      only(scenario, ["name", "targets", "eras", "steps"], file);
      return scenario;
    })
    .filter(
      ({ targets, eras }) =>
        targets.includes(setting.target) && (eras === undefined || eras.includes(setting.era)),
    );
}

function only(object, keys, what) {
  for (const key of Object.keys(object)) {
    if (!keys.includes(key)) {
      throw new Error(`${what} has an unknown key ${key}`);
    }
  }
}

/** Runs the steps; returns the variables and clients. */
async function run(
  steps,
  world = { setting, clients: new Map(), variables: new Variables(setting) },
) {
  for (const [index, step] of steps.entries()) {
    try {
      await ("include" in step ? include(step, world) : runStep(step, world));
    } catch (error) {
      const what = `step ${index + 1} (${step.op ?? step.include})`;
      throw new Error(`${what}: ${error.message}`, { cause: error });
    }
  }
  return world;
}

/** The fragments that run once, by name: promises of their results. */
const once = new Map();

async function include(step, world) {
  only(step, ["include"], "an include");
  const name = step.include;
  const fragment = readJson(join(setting.folder, "fragments", `${name}.json`));
  if (Array.isArray(fragment)) {
    await run(fragment, world);
    return;
  }
  only(fragment, ["once", "steps"], "a fragment");
  if (fragment.once !== true) {
    throw new Error("once can only be true");
  }
  if (!once.has(name)) {
    once.set(name, run(fragment.steps));
  }
  const left = await once.get(name);
  left.clients.forEach((client, its) => world.clients.set(its, client));
  world.variables.take(left.variables);
}

async function runStep(step, world) {
  only(step, ["op", "client", "args", "expect", "error", "save"], "the step");
  const args = world.variables.substitute(step.args ?? {});
  const code = ofEra(step.error, setting.era) ?? null;
  let result;
  try {
    result = await perform(step, args, world);
  } catch (error) {
    if (!(error instanceof InfisicalError)) {
      throw error;
    }
    if (error.code === code) {
      return;
    }
    throw new Error(`expected ${code ?? "success"}, got ${error.code}: ${error.message}`);
  }
  if (code !== null) {
    throw new Error(`expected ${code}, and it succeeded`);
  }
  const expected = ofEra(step.expect, setting.era);
  if (expected !== undefined) {
    check(world.variables.substitute(expected), result, "result");
  }
  if (step.save !== undefined) {
    world.variables.set(step.save, result);
  }
}

if (setting.target === undefined) {
  console.log("no target is set: tests/run.py devserver -- node node/test/scenarios.mjs");
  process.exit(1);
}
let passed = 0;
let failed = 0;
for (const scenario of readScenarios()) {
  try {
    await run(scenario.steps);
    console.log(`ok      ${scenario.name}`);
    passed += 1;
  } catch (error) {
    console.log(`FAILED  ${scenario.name}\n        ${error.message}`);
    failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
