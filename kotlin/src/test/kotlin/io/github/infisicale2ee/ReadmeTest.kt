package io.github.infisicale2ee

import java.io.File
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

// README
sealed interface SettingsState {
    data object Loading : SettingsState

    data class Ready(val names: List<String>) : SettingsState

    data class Failed(val message: String, val canRetry: Boolean) : SettingsState
}

class Settings(private val client: Client, private val scope: CoroutineScope) {
    private val mutableState = MutableStateFlow<SettingsState>(SettingsState.Loading)
    val state: StateFlow<SettingsState> = mutableState.asStateFlow()

    fun load() = scope.launch {
        mutableState.value = SettingsState.Loading
        mutableState.value =
            try {
                SettingsState.Ready(client.secrets.list(environment = "dev").map { it.name })
            } catch (error: InfisicalException) {
                SettingsState.Failed(error.message, error.retryable)
            }
    }
}

// README

class ReadmeTest {
    @Test
    fun `the README's view model is the one tested here`() {
        val here = "src/test/kotlin/io/github/infisicale2ee/ReadmeTest.kt"
        val (_, tested) = File(here).readText().split("// README\n")
        assertTrue("```kotlin\n${tested.trim()}\n```" in File("README.md").readText())
    }

    @Test
    fun `it loads, and tells of a failure`() = working {
        user.secrets.create("NAME", "value", project = project)
        val client = Client(baseUrl, token = token())
        assertEquals(SettingsState.Ready(listOf("NAME")), settled(client))
        client.close()
        val failed = settled(client)
        assertTrue(failed is SettingsState.Failed && !failed.canRetry, failed.toString())
    }

    private suspend fun settled(client: Client): SettingsState = coroutineScope {
        val settings = Settings(client, this)
        settings.load()
        settings.state.first { it != SettingsState.Loading }
    }
}
