// Runs tests/scenarios/*.json against the server that tests/run.py started; tests/README.md
// describes the format.
package io.github.infisicale2ee.scenarios

import io.github.infisicale2ee.InfisicalException
import java.io.File
import kotlin.system.exitProcess
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** The variables that tests/run.py sets. */
class Setting {
    val target = variable("TARGET")
    val era = variable("ERA") ?: ""
    val url = variable("URL") ?: ""
    val folder = File(variable("SCENARIOS") ?: "../tests/scenarios")
    val directory = variable("DIRECTORY") ?: ""
    val codeCommand = variable("CODE_CMD")
    val fixtures = variable("FIXTURES")?.let { readJson(File(it)) } ?: JsonNull

    private fun variable(name: String): String? = System.getenv("INFISICAL_E2EE_TEST_$name")
}

/** An error in a scenario, or a result that does not match. */
class ScenarioFailure(message: String) : Exception(message)

fun fail(message: String): Nothing = throw ScenarioFailure(message)

fun main() {
    val setting = Setting()
    if (setting.target == null) {
        println("no target is set: tests/run.py devserver -- kotlin/scripts/scenarios")
        exitProcess(1)
    }
    var passed = 0
    var failed = 0
    for (scenario in readScenarios(setting)) {
        val name = scenario.getValue("name").jsonPrimitive.content
        try {
            runBlocking { run(scenario, setting) }
            println("ok      $name")
            passed += 1
        } catch (failure: Exception) {
            // Any error, such as a missing fragment, fails only this scenario.
            println("FAILED  $name\n        ${failure.message}")
            failed += 1
        }
    }
    println("$passed passed, $failed failed")
    exitProcess(if (passed > 0 && failed == 0) 0 else 1)
}

fun readJson(file: File): JsonElement = Json.parseToJsonElement(file.readText())

private fun readScenarios(setting: Setting): List<JsonObject> =
    setting.folder
        .listFiles { file -> file.extension == "json" }
        .orEmpty()
        .sorted()
        .map { readJson(it).jsonObject }
        .filter { scenario ->
            names(scenario.getValue("targets")).contains(setting.target) &&
                scenario["eras"]?.let(::names)?.contains(setting.era) != false
        }

private fun names(array: JsonElement): List<String> =
    array.jsonArray.map { it.jsonPrimitive.content }

private fun only(json: JsonObject, what: String, vararg keys: String) {
    (json.keys - keys.toSet()).firstOrNull()?.let { fail("$what has an unknown key $it") }
}

private suspend fun run(scenario: JsonObject, setting: Setting) {
    only(scenario, "the scenario", "name", "targets", "eras", "steps")
    val world = World(setting)
    runSteps(scenario.getValue("steps").jsonArray, world)
    world.close()
}

private suspend fun runSteps(steps: JsonArray, world: World) {
    for ((index, item) in steps.withIndex()) {
        val step = item.jsonObject
        try {
            if ("include" in step) include(step, world) else runStep(step, world)
        } catch (failure: ScenarioFailure) {
            fail("step ${index + 1} (${step["op"] ?: step["include"]}): ${failure.message}")
        }
    }
}

/** The results of fragments that run once, or their errors, by name. */
private val once = mutableMapOf<String, Result<World>>()

private suspend fun include(step: JsonObject, world: World) {
    only(step, "an include", "include")
    val name = step.getValue("include").jsonPrimitive.content
    val fragment = readJson(world.setting.folder.resolve("fragments/$name.json"))
    if (fragment is JsonArray) return runSteps(fragment, world)
    val whole = fragment.jsonObject
    only(whole, "a fragment", "once", "steps")
    if (whole["once"] != JsonPrimitive(true)) fail("once can only be true")
    val left =
        once.getOrPut(name) {
            runCatching {
                World(world.setting).also { runSteps(whole.getValue("steps").jsonArray, it) }
            }
        }
    world.take(left.getOrThrow())
}

private suspend fun runStep(step: JsonObject, world: World) {
    only(step, "the step", "op", "client", "args", "expect", "error", "save")
    val era = world.setting.era
    val args = world.variables.substitute(step["args"] ?: JsonObject(emptyMap())).jsonObject
    val code =
        step["error"]?.let { ofEra(it, era) }?.takeIf { it !is JsonNull }?.jsonPrimitive?.content
    val result =
        try {
            perform(step, args, world)
        } catch (error: InfisicalException) {
            if (error.code == code) return
            fail("expected ${code ?: "success"}, got ${error.code}: ${error.message}")
        }
    if (code != null) {
        fail("expected $code, and it succeeded")
    }
    step["expect"]
        ?.let { ofEra(it, era) }
        ?.let { check(world.variables.substitute(it), result, "result") }
    step["save"]?.let { world.variables[it.jsonPrimitive.content] = result }
}
