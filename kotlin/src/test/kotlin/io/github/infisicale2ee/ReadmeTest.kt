package io.github.infisicale2ee

import java.io.File
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.first
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

private val MARK = Regex("""(?m)^ *// README\n""")
private val BLOCK = Regex("""(?s)```(?:kotlin|java)\n(.*?)\n```""")

class ReadmeTest {
    @Test
    fun `README examples match the compiled ones`() {
        val compiled =
            listOf(
                    "kotlin/io/github/infisicale2ee/ReadmeExamples.kt",
                    "java/io/github/infisicale2ee/ReadmeExamples.java",
                )
                .flatMap { marked(File("src/test/$it").readText()) }
        val shown = BLOCK.findAll(File("README.md").readText()).map { it.groupValues[1] }
        assertEquals(compiled.sorted(), shown.map(::withoutImports).toList().sorted())
    }

    @Test
    fun `view model loads and reports a failure`() = withLocalServer {
        user.secrets.create("NAME", "value", project = project)
        val client = Client(baseUrl, token = token())
        assertEquals(SettingsState.Ready(listOf("NAME")), loaded(client))
        client.close()
        val failed = loaded(client)
        assertTrue(failed is SettingsState.Failed && !failed.canRetry, failed.toString())
    }

    private suspend fun loaded(client: Client): SettingsState = coroutineScope {
        val settings = Settings(client, this)
        settings.load()
        settings.state.first { it != SettingsState.Loading }
    }

    /** The parts between two marks. */
    private fun marked(source: String): List<String> =
        source
            .split(MARK)
            .filterIndexed { index, _ -> index % 2 == 1 }
            .map {
                it.trimEnd().trimIndent().trim()
            }

    private fun withoutImports(block: String): String =
        block.lines().filterNot { it.startsWith("import ") }.joinToString("\n").trim()
}
