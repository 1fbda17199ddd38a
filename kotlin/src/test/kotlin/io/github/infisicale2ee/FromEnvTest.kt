package io.github.infisicale2ee

import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

private const val NOWHERE = "http://127.0.0.1:1"

/** The server and credential are passed or read from the environment. There are no defaults. */
class FromEnvTest {
    private fun of(vararg variables: Pair<String, String>): Client =
        Client.of(
            mapOf(*variables),
            settings(
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                emptyList(),
                false,
                null,
            ),
        )

    private inline fun <reified T : InfisicalException> refused(
        message: String,
        crossinline make: () -> Any?,
    ) {
        val error = assertThrows<T> { make() }
        assertTrue(message in error.message, error.message)
        assertFalse("planted" in error.message, error.message)
    }

    @Test
    fun `builder without a server is refused`() {
        refused<InvalidInputException>("baseUrl is not given") { Client.builder().build() }
    }

    @Test
    fun `null credential is refused`() {
        refused<InvalidInputException>("token is null") { Client(NOWHERE, token = null) }
        refused<InvalidInputException>("email is null") { Client(NOWHERE, email = null) }
        refused<InvalidInputException>("password is null") {
            Client(NOWHERE, email = "a@b.test", password = null)
        }
        refused<InvalidInputException>("keyPassword is null") {
            Client(NOWHERE, email = "a@b.test", password = "p", keyPassword = null)
        }
        refused<InvalidInputException>("accessToken is null") {
            Client(NOWHERE, accessToken = null)
        }
        refused<InvalidInputException>("apiKey is null") { Client(NOWHERE, apiKey = null) }
        refused<InvalidInputException>("privateKey is null") { Client(NOWHERE, privateKey = null) }
        refused<InvalidInputException>("clientId is null") { Client(NOWHERE, clientId = null) }
        refused<InvalidInputException>("clientSecret is null") {
            Client(NOWHERE, clientSecret = null)
        }
        refused<InvalidInputException>("identityToken is null") {
            Client(NOWHERE, identityToken = null)
        }
        refused<InvalidInputException>("serviceAccountKey is null") {
            Client(NOWHERE, serviceAccountKey = null)
        }
        refused<InvalidInputException>("serviceTokenV3 is null") {
            Client(NOWHERE, serviceTokenV3 = null)
        }
    }

    @Test
    fun `empty option error names it and its environment variable`() {
        val where = "is empty. If it comes from an environment variable"
        refused<InvalidInputException>("the base URL $where") { Client("") }
        refused<InvalidCredentialException>("the token $where") { Client(NOWHERE, token = "") }
        refused<InvalidCredentialException>("the access token $where") {
            Client(NOWHERE, accessToken = "")
        }
        refused<InvalidInputException>("the project $where") { Client(NOWHERE, project = "") }
        refused<InvalidCredentialException>("the token $where") {
            Client.builder().baseUrl(NOWHERE).token("").build()
        }
    }

    @Test
    fun `fromEnv with a missing, empty or malformed variable names it`() {
        val url = "INFISICAL_URL" to NOWHERE
        of(url, "INFISICAL_CLIENT_ID" to "a", "INFISICAL_CLIENT_SECRET" to "b").close()
        refused<InvalidInputException>("INFISICAL_URL is not set") { of() }
        refused<InvalidInputException>("INFISICAL_URL is empty") { of("INFISICAL_URL" to "") }
        refused<InvalidInputException>("INFISICAL_TOKEN") { of(url) }
        refused<InvalidCredentialException>("INFISICAL_TOKEN") {
            of(url, "INFISICAL_TOKEN" to "planted")
        }
    }

    @Test
    fun `fromEnv reads the environment of the process`() {
        // The tests run without these variables. tests/consumer/kotlin runs with them.
        assertNull(System.getenv("INFISICAL_URL"))
        refused<InvalidInputException>("INFISICAL_URL is not set") { Client.fromEnv() }
        refused<InvalidInputException>("INFISICAL_URL is not set") {
            Client.builder().environment("dev").buildFromEnv()
        }
    }

    @Test
    fun `buildFromEnv with a server or a credential is refused`() {
        refused<InvalidInputException>("buildFromEnv takes") {
            Client.builder().token("planted").buildFromEnv()
        }
        refused<InvalidInputException>("buildFromEnv takes") {
            Client.builder().keyPassword("planted").buildFromEnv()
        }
        refused<InvalidInputException>("buildFromEnv takes") {
            Client.builder().baseUrl(NOWHERE).buildFromEnv()
        }
    }
}
