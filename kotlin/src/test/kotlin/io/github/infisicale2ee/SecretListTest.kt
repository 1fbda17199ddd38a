package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeSecretFailure
import io.github.infisicale2ee.internal.NativeSecretHistory
import io.github.infisicale2ee.internal.NativeSecretList
import io.github.infisicale2ee.internal.NativeSnapshotContents
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class SecretListTest {
    @Test
    fun `populateEnvironment replaces variables only with overwrite`() = withLocalServer {
        user.secrets.setMany(mapOf("HOST" to "ours", "PORT" to "5432"), project = project)
        val list = user.secrets.list(project)

        val environment = mutableMapOf("HOST" to "theirs")
        assertEquals(listOf("PORT"), list.populateEnvironment(environment))
        assertEquals(mapOf("HOST" to "theirs", "PORT" to "5432"), environment)

        val set = list.populateEnvironment(environment, overwrite = true)
        assertEquals(setOf("HOST", "PORT"), set.toSet())
        assertEquals(mapOf("HOST" to "ours", "PORT" to "5432"), environment)

        val process = ProcessBuilder("printenv", "PORT")
        list.populateEnvironment(process.environment())
        assertEquals("5432", process.start().inputReader().readLine())
    }

    @Test
    fun `populateEnvironment with an invalid name sets no variable`() = withLocalServer {
        user.secrets.setMany(mapOf("GOOD" to "1", "BAD=NAME" to "2"), project = project)
        val environment = mutableMapOf<String, String>()
        val error =
            assertThrows<InvalidInputException> {
                user.secrets.list(project).populateEnvironment(environment)
            }
        assertTrue("BAD=NAME" in error.message, error.message)
        assertEquals(emptyMap<String, String>(), environment)
    }

    @Test
    fun `list, history and snapshot with a decryption failure are incomplete`() {
        val failure =
            NativeSecretFailure("s-1", "secretValue", failed("decryption_failed", "changed"))
        val incomplete = failed("decryption_failed", "1 secret did not decrypt")
        val list =
            SecretList(
                NativeSecretList(emptyList(), listOf(failure), incomplete, null, null, null, null)
            )
        val history = SecretHistory(NativeSecretHistory(emptyList(), listOf(failure), incomplete))
        val snapshot =
            SnapshotContents(
                NativeSnapshotContents(
                    "p-1",
                    null,
                    emptyList(),
                    listOf(failure),
                    emptyList(),
                    incomplete,
                )
            )
        val environment = mutableMapOf<String, String>()
        val checks =
            listOf<() -> Unit>(
                list::checkComplete,
                { list.toMap() },
                { list.populateEnvironment(environment) },
                history::checkComplete,
                snapshot::checkComplete,
            )
        for (check in checks) {
            val error = assertThrows<DecryptionFailedException> { check() }
            assertEquals("1 secret did not decrypt", error.message)
        }
        assertEquals(emptyMap<String, String>(), environment)
        assertNull(list["NAME"])
        assertEquals(listOf("secretValue"), history.failures.map(SecretFailure::field))
        assertEquals(listOf("s-1"), snapshot.failures.map(SecretFailure::id))
    }

    @Test
    fun `history and snapshot without failures are complete`() {
        SecretHistory(NativeSecretHistory(emptyList(), emptyList(), null)).checkComplete()
        val contents =
            NativeSnapshotContents("p-1", null, emptyList(), emptyList(), emptyList(), null)
        SnapshotContents(contents).checkComplete()
    }
}
