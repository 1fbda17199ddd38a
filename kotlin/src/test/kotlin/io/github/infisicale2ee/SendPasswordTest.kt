package io.github.infisicale2ee

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

private const val NOWHERE = "http://127.0.0.1:1"
private const val KEY = "planted-key"

/** The options `sendPassword` and `keyPassword`, on a server that demands the password. */
class SendPasswordTest {
    private suspend fun learns(client: Client): Boolean = client.use {
        it.capabilities().serverLearnsKeyPassword
    }

    private inline fun <reified T : InfisicalException> refused(
        message: String,
        make: () -> Any?,
    ) {
        val error = assertThrows<T> { make() }
        assertTrue(message in error.message, error.message)
        assertFalse("planted" in error.message, error.message)
    }

    @Test
    fun `log-in sends the password only with sendPassword`() =
        withLocalServer("modern") {
            Client(baseUrl, email = email, password = password).use { client ->
                refused<UnsupportedByServerException>("password itself") { client.account.me() }
            }
            Client(baseUrl, email = email, password = password, sendPassword = true).use {
                assertEquals(email, it.account.me().email)
            }
            val builder = { Client.builder().baseUrl(baseUrl).user(email, password) }
            builder().build().use { client ->
                refused<UnsupportedByServerException>("password itself") { client.account.me() }
            }
            builder().sendPassword(true).build().use { assertEquals(email, it.account.me().email) }
        }

    @Test
    fun `server learns the key password unless another thing decrypts`() =
        withLocalServer("modern") {
            assertFalse(learns(Client(baseUrl, email = email, password = password)))
            fun user(keyPassword: String = NOT_GIVEN, privateKey: String = NOT_GIVEN) =
                Client(
                    baseUrl,
                    email = email,
                    password = password,
                    keyPassword = keyPassword,
                    privateKey = privateKey,
                    sendPassword = true,
                )
            assertTrue(learns(user()))
            assertFalse(learns(user(keyPassword = KEY)))
            assertFalse(learns(user(privateKey = KEY)))
            val builder = {
                Client.builder().baseUrl(baseUrl).user(email, password).sendPassword(true)
            }
            assertTrue(learns(builder().build()))
            assertFalse(learns(builder().keyPassword(KEY).build()))
            assertFalse(learns(builder().privateKey(KEY).build()))
        }

    @Test
    fun `keyPassword without a user or with a privateKey is refused`() {
        refused<InvalidInputException>("give one credential") {
            Client(
                NOWHERE,
                email = "a@b.test",
                password = "planted",
                keyPassword = KEY,
                privateKey = KEY,
            )
        }
        refused<InvalidInputException>("give one credential") {
            Client(NOWHERE, accessToken = "a.b.c", keyPassword = KEY)
        }
        refused<InvalidInputException>("give one credential") {
            Client.builder().baseUrl(NOWHERE).keyPassword(KEY).build()
        }
    }

    @Test
    fun `fromEnv reads sendPassword and keyPassword, and the option overrides its variable`() =
        withLocalServer("modern") {
            fun of(sendPassword: Boolean?, vararg others: Pair<String, String>): Client {
                val user =
                    mapOf(
                        "INFISICAL_URL" to baseUrl,
                        "INFISICAL_EMAIL" to email,
                        "INFISICAL_PASSWORD" to password,
                    )
                val options =
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
                        sendPassword,
                        emptyList(),
                        false,
                        null,
                    )
                return Client.of(user + others, options)
            }
            val send = "INFISICAL_SEND_PASSWORD" to "true"
            assertFalse(learns(of(null)))
            assertTrue(learns(of(true)))
            assertTrue(learns(of(null, send)))
            assertFalse(learns(of(false, send)))
            val key = "INFISICAL_KEY_PASSWORD" to KEY
            assertFalse(learns(of(null, send, key)))
            refused<InvalidInputException>("INFISICAL_KEY_PASSWORD and INFISICAL_PRIVATE_KEY") {
                of(null, key, "INFISICAL_PRIVATE_KEY" to KEY)
            }
            refused<InvalidInputException>("INFISICAL_SEND_PASSWORD is neither") {
                of(null, "INFISICAL_SEND_PASSWORD" to "yes")
            }
        }
}
