package io.github.infisicale2ee

import java.nio.file.Path
import java.time.Duration as JavaDuration
import java.time.Instant
import java.util.Collections
import kotlin.time.Duration
import kotlin.time.Duration.Companion.hours
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

private const val HALF_A_PAIR = "\ud800"
private const val NOWHERE = "http://127.0.0.1:1"

private val HASH = Regex("[0-9a-f]{64}")

class ClientTest {
    @ParameterizedTest
    @ValueSource(strings = ["may23", "feb24", "jun24"])
    fun `user writes secrets and service token reads them`(era: String) =
        withLocalServer(era) {
            assertEquals(email, user.account.me().email)
            assertEquals(1, user.organizations.list().size)
            assertEquals(listOf(project), user.projects.list().map(Project::id))
            val own = user.members.fingerprint()
            val sealedBy = user.projects.openKey(project).sealedBy!!
            assertTrue(sealedBy.sha256.matches(HASH))
            // Since June 2024 the server makes the key of a new project, and seals it.
            assertEquals(era != "jun24", sealedBy == own)
            assertEquals(own.sha256.take(32), own.short.replace(" ", ""))
            assertEquals(12, own.words.split(" ").size)

            val created =
                user.secrets.create("DB_URL", "postgres://ünï", comment = "main", project = project)
            assertEquals(1, created.version)
            assertAbout(Instant.now(), created.createdAt)
            user.secrets.create("EMPTY", "", project = project)
            val updated = user.secrets.update("DB_URL", value = "postgres://2", project = project)
            assertEquals(2 to "postgres://2", updated.version.toInt() to updated.value)

            val (token, info) =
                user.serviceTokens.create(
                    "reader",
                    project,
                    scopes = listOf(ServiceTokenScope("dev", "/")),
                    expiresIn = 1.hours,
                )
            assertAbout(Instant.now() + JavaDuration.ofHours(1), info.expiresAt)
            Client(baseUrl, token = token).use { reader ->
                assertEquals(setOf(Permission.READ), reader.serviceTokens.describe().permissions)
                val list = reader.secrets.list()
                list.checkComplete()
                assertEquals(setOf("DB_URL", "EMPTY"), list.map(Secret::name).toSet())
                assertEquals("main", list["DB_URL"]?.comment)
                assertNull(list["NOTHING"])
                assertEquals(mapOf("DB_URL" to "postgres://2", "EMPTY" to ""), list.toMap())
                assertEquals(list, list.toList())

                user.secrets.delete("DB_URL", project = project)
                val error = assertThrows<NotFoundException> { reader.secrets.get("DB_URL") }
                assertEquals("not_found", error.code)
                assertFalse(error.retryable)
                assertNull(error.retryAfter)
                assertTrue("DB_URL" in error.message, error.message)
            }
        }

    @Test
    fun `setMany and deleteMany report progress`() = withLocalServer {
        val told = Collections.synchronizedList(mutableListOf<Pair<Long, Long>>())
        val values = (0 until 30).associate { "NAME_$it" to "value" }
        user.secrets.setMany(
            values,
            onProgress = { done, total -> told += done to total },
            project = project,
        )
        assertEquals(listOf(0L to 30L, 25L to 30L, 30L to 30L), told)
        val thrown = ProgressListener { _, _ -> error("in a listener") }
        val done = user.secrets.deleteMany(values.keys.toList(), false, thrown, project)
        assertEquals(List(30) { BulkItem.Status.DONE }, done.map(BulkItem::status))
        done.checkComplete()
    }

    @Test
    fun `rotateKey shows its plan and reports progress`() = withLocalServer {
        val plan = user.projects.rotateKey(project, dryRun = true)
        assertFalse(plan.rotated)
        val told = Collections.synchronizedList(mutableListOf<Pair<Long, Long>>())
        val done =
            user.projects.rotateKey(
                project,
                expectFingerprints = emptyList(),
                onProgress = { done, total -> told += done to total },
            )
        assertTrue(done.rotated)
        assertEquals(plan.reEncrypted, done.reEncrypted)
        assertEquals(0L to plan.secrets, told.first())
        assertEquals(plan.secrets to plan.secrets, told.last())
        assertTrue("change the values" in done.warning, done.warning)
    }

    @Test
    fun `personal secrets are separate from shared ones`() = withLocalServer {
        user.secrets.create("COLOR", "blue", project = project)
        user.secrets.create("COLOR", "red", project = project, type = SecretType.PERSONAL)
        assertEquals("blue", user.secrets.get("COLOR", project).value)
        val mine = user.secrets.get("COLOR", project, type = SecretType.PERSONAL)
        assertEquals("red" to SecretType.PERSONAL, mine.value to mine.type)
        assertThrows<ConflictException> { user.secrets.create("COLOR", "green", project = project) }
    }

    @ParameterizedTest
    @ValueSource(strings = ["may23", "feb24", "jun24"])
    fun `project is created, shared and deleted`(era: String) =
        withLocalServer(era) {
            assertEquals("Looms", user.projects.rename(project, "Looms").name)
            for (enabled in listOf(false, true)) {
                val set = user.projects.setAutoCapitalization(project, enabled)
                assertEquals(enabled, set.autoCapitalization)
            }
            val hasKey = era == "jun24"
            assertEquals(hasKey, user.projects.isKeySharedWithServer(project))
            user.projects.shareKeyWithServer(project)
            assertTrue(user.projects.isKeySharedWithServer(project))
            val stopped = runCatching { user.projects.stopSharingKeyWithServer(project) }
            assertEquals(hasKey, stopped.exceptionOrNull() is UnsupportedByServerException)

            val secret = user.secrets.create("NAME", "value", project = project)
            assertFalse(secret.endToEndEncrypted)
            assertTrue(user.projects.blindIndexStatus(project))
            val report = user.projects.enableBlindIndices(project)
            assertEquals(0L, report.named)
            assertTrue(report.duplicates.isEmpty() && report.failures.isEmpty())

            val me = user.members.list(project).single()
            assertEquals(email to listOf("admin"), me.email to me.roles)
            val fingerprint = me.publicKeyFingerprint!!
            assertEquals(fingerprint, user.members.fingerprint(me.id, project).sha256)
            val words = user.members.fingerprint().words
            val shared = user.members.shareKey(me.id, project, expectFingerprint = words)
            assertEquals(me, shared)
            assertThrows<IntegrityViolationException> {
                user.members.invite(email, project, expectFingerprint = "0".repeat(64))
            }
            assertEquals(listOf("member"), user.members.setRole(me.id, "member", project).roles)
            assertThrows<PermissionDeniedException> { user.members.remove(me.id, project) }

            val spare = user.projects.create("Spare").id
            user.projects.delete(spare)
            assertThrows<NotFoundException> { user.projects.get(spare) }
        }

    @Test
    fun `machine identity reads secrets, marked as not end-to-end encrypted`() =
        withLocalServer("jun24") {
            user.secrets.create("NAME", "value", project = project)
            val identity = user.identities.create("Robot", role = "member")
            assertEquals(listOf(identity), user.identities.list())
            val clientId =
                user.identities.attachUniversalAuth(identity.id, accessTokenTtl = 1.hours)
            val clientSecret = user.identities.createClientSecret(identity.id, "tests").clientSecret
            user.identities.addToProject(identity.id, "viewer", project)

            fun machine(requireE2ee: Boolean? = null) =
                Client(
                    baseUrl,
                    clientId = clientId,
                    clientSecret = clientSecret,
                    project = project,
                    environment = "dev",
                    requireE2ee = requireE2ee,
                )
            machine().use { machine ->
                val secret = machine.secrets.get("NAME")
                assertEquals("value" to false, secret.value to secret.endToEndEncrypted)
                val capabilities = machine.capabilities()
                assertEquals("jun24" to "raw_v3", capabilities.server to capabilities.secretsRoute)
                assertFalse(capabilities.endToEndEncrypted)
                assertThrows<PermissionDeniedException> { machine.identities.list() }
            }
            machine(requireE2ee = true).use { strict ->
                assertThrows<UnsupportedByServerException> { strict.secrets.get("NAME") }
            }
            val ours = user.capabilities()
            assertTrue(
                ours.verified && ours.folders && ours.secretImports && ours.machineIdentities
            )
            assertEquals(false to "encrypted_v3", ours.endToEndEncrypted to ours.secretsRoute)

            user.identities.delete(identity.id)
            machine().use { machine ->
                assertThrows<AuthenticationFailedException> { machine.secrets.list() }
            }
        }

    @Test
    fun `calls can run concurrently`() = withLocalServer {
        val names = List(20) { "NAME_$it" }
        val read = coroutineScope {
            names.map { async { user.secrets.create(it, it, project = project) } }.awaitAll()
            names.map { async { user.secrets.get(it, project).value } }.awaitAll()
        }
        assertEquals(names, read)
    }

    @Test
    fun `closed client throws ClientClosedException, also for running calls`() = withLocalServer {
        val client = Client(baseUrl, token = token())
        client.secrets.list()
        client.close()
        client.close()
        assertThrows<ClientClosedException> { client.secrets.list() }
        assertThrows<ClientClosedException> { client.account.me() }
        assertThrows<ClientClosedException> { client.blocking().projects.list() }

        val closing = Client(baseUrl, token = token())
        val outcomes = coroutineScope {
            val calls = List(100) { async { runCatching { closing.secrets.list() } } }
            closing.secrets.list()
            closing.close()
            calls.awaitAll()
        }
        outcomes
            .mapNotNull { it.exceptionOrNull() }
            .forEach {
                assertTrue(it is ClientClosedException, it.toString())
            }
    }

    @Test
    fun `each log-in of a machine identity is taken`() {
        val file = Path.of("/run/token")
        listOf(
                IdentityLogIn.kubernetes("64a0"),
                IdentityLogIn.kubernetes("64a0", file),
                IdentityLogIn.oidc("64a0", "a.b.c"),
                IdentityLogIn.oidcFile("64a0", file),
                IdentityLogIn.jwt("64a0", "a.b.c"),
                IdentityLogIn.jwtFile("64a0", file),
                IdentityLogIn.ldap("64a0", "ada", "planted"),
                IdentityLogIn.azure("64a0"),
                IdentityLogIn.azure("64a0", resource = "api://a", clientId = "b"),
                IdentityLogIn.gcpIdToken("64a0"),
                IdentityLogIn.gcpIam("64a0", file),
                IdentityLogIn.awsIam("64a0"),
            )
            .forEach { logIn ->
                Client(NOWHERE, identity = logIn).close()
                assertTrue("64a0" in logIn.toString() && "planted" !in logIn.toString())
            }
    }

    @Test
    fun `invalid option is refused before any request`() {
        val planted = "planted-token"
        fun refused(message: String, make: () -> Client) {
            val error = assertThrows<InfisicalException> { make().close() }
            assertTrue(message in error.message, error.message)
            assertFalse(planted in error.stackTraceToString())
        }
        refused("Infisical Token") { Client(NOWHERE, token = planted) }
        refused("one credential") { Client(NOWHERE, token = planted, apiKey = planted) }
        refused("timeout") { Client(NOWHERE, timeout = Duration.ZERO) }
        refused("timeout") { Client(NOWHERE, timeout = (-1).seconds) }
        refused("deadline") { Client(NOWHERE, deadline = Duration.INFINITE) }
        refused("maxResponseBytes") { Client(NOWHERE, maxResponseBytes = 0) }
        refused("certificate") { Client(NOWHERE, certificateAuthorities = "no PEM") }
        refused("http://") { Client(baseUrl = "http://example.test") }
        refused("one credential") { Client(NOWHERE, token = planted, clientId = "a") }
        refused("one credential") { Client(NOWHERE, token = planted, identityToken = planted) }
        refused("identityToken contains half") { Client(NOWHERE, identityToken = HALF_A_PAIR) }
        val aws = IdentityLogIn.awsIam("64a0")
        refused("one credential") { Client(NOWHERE, token = planted, identity = aws) }
        refused("the JWT is not") { Client(NOWHERE, identity = IdentityLogIn.jwt("64a0", planted)) }
        refused("identity id is empty") { Client(NOWHERE, identity = IdentityLogIn.awsIam("")) }
        refused("password contains half") {
            Client(NOWHERE, identity = IdentityLogIn.ldap("64a0", "ada", HALF_A_PAIR))
        }
        refused("TLS certificate") {
            Client(NOWHERE, identity = IdentityLogIn.tlsCert("64a0", planted, planted))
        }
        refused("one credential") { Client(NOWHERE, clientSecret = planted) }
        refused("client secret") { Client(NOWHERE, clientId = "a") }
        refused("clientSecret contains half") {
            Client(NOWHERE, clientId = "a", clientSecret = HALF_A_PAIR)
        }
        refused("clientId contains half") {
            Client(NOWHERE, clientId = HALF_A_PAIR, clientSecret = planted)
        }
        refused("password contains half") {
            Client(NOWHERE, email = "a@b.test", password = HALF_A_PAIR)
        }
        assertNotNull(Client(baseUrl = "http://example.test", allowHttp = true).close())
    }

    @Test
    fun `invalid argument is refused before any request`() = runBlocking {
        Client("http://127.0.0.1:1", email = "a@b.test", password = "p").use { client ->
            suspend fun refused(message: String, call: suspend () -> Unit) {
                val error = assertThrows<InvalidInputException> { call() }
                assertTrue(message in error.message, error.message)
            }
            refused("value contains half") { client.secrets.create("A", HALF_A_PAIR) }
            refused("value of A contains half") {
                client.secrets.setMany(mapOf("A" to HALF_A_PAIR))
            }
            refused("value of ${"A".repeat(100)}… contains half") {
                client.secrets.setMany(mapOf("A".repeat(101) to HALF_A_PAIR))
            }
            refused("name \"A\\ud800\" contains half") {
                client.secrets.setMany(mapOf("A$HALF_A_PAIR" to ""))
            }
            refused("comment of A contains half") {
                client.secrets.setMany(listOf(NewValue("A", "", HALF_A_PAIR)))
            }
            refused("names[1] contains half") {
                client.secrets.deleteMany(listOf("A", HALF_A_PAIR))
            }
            refused("names[0] contains half") {
                client.secrets.move(listOf(HALF_A_PAIR), toPath = "/")
            }
            refused("tags[0] contains half") { client.secrets.setTags("A", listOf(HALF_A_PAIR)) }
            refused("value of A contains half") {
                SecretsFormat.DOTENV.format(mapOf("A" to HALF_A_PAIR))
            }
            refused("name \"\\ud800é\" contains half") {
                SecretsFormat.JSON.format(mapOf("${HALF_A_PAIR}é" to ""))
            }
            refused("path contains half") { client.secrets.list(path = HALF_A_PAIR) }
            refused("timeout") { client.secrets.list(timeout = Duration.ZERO) }
            refused("seconds above zero") {
                client.serviceTokens.create("A", expiresIn = (-1).seconds)
            }
            refused("timeout") { client.capabilities(timeout = Duration.ZERO) }
            refused("email contains half") { client.members.invite(HALF_A_PAIR) }
            refused("64 hexadecimal") {
                client.members.invite("b@b.test", expectFingerprint = "short")
            }
            refused("64 hexadecimal") { client.members.shareKey("id", expectFingerprint = "") }
            refused("role contains half") { client.members.setRole("id", HALF_A_PAIR) }
            refused("name contains half") { client.projects.rename("id", HALF_A_PAIR) }
            refused("description contains half") {
                client.identities.createClientSecret("id", HALF_A_PAIR)
            }
            for (ttl in listOf(Duration.ZERO, (-1).seconds, Duration.INFINITE)) {
                refused("seconds above zero") { client.identities.attachUniversalAuth("id", ttl) }
                refused("seconds above zero") { client.identities.updateTokenAuth("id", ttl) }
            }
            refused("clientSecretTrustedIps[0] contains half") {
                client.identities.updateUniversalAuth(
                    "id",
                    clientSecretTrustedIps = listOf(HALF_A_PAIR),
                )
            }
            refused("accessTokenTrustedIps[0] contains half") {
                client.identities.attachTokenAuth("id", accessTokenTrustedIps = listOf(HALF_A_PAIR))
            }
            refused("username contains half") { client.groups.addMember("id", HALF_A_PAIR) }
            refused("conditions contains half") {
                val permission = RolePermission("secrets", listOf("read"), HALF_A_PAIR)
                client.roles.create("a", "A", permissions = listOf(permission))
            }
            refused("actions[1] contains half") {
                val permission = RolePermission("secrets", listOf("read", HALF_A_PAIR))
                client.roles.update("a", permissions = listOf(permission))
            }
            refused("environment contains half") {
                client.members.deny("id", listOf(DeniedPermission(HALF_A_PAIR, Permission.READ)))
            }
            refused("1 to 100") { client.projects.setVersionLimit("id", 0) }
            refused("newName contains half") { client.secrets.update("A", newName = HALF_A_PAIR) }
            refused("newName contains half") {
                client.secrets.proposeUpdate("A", newName = HALF_A_PAIR)
            }
            refused("newSlug contains half") { client.tags.update("a", newSlug = HALF_A_PAIR) }
            refused("clientSecretId contains half") {
                client.identities.revokeClientSecret("id", HALF_A_PAIR)
            }
            refused("seconds above zero") {
                client.identities.createClientSecret("id", expiresIn = Duration.ZERO)
            }
            refused("shared") { SecretType.of("mine") }
            refused("read") { Permission.of("all") }
        }
    }

    private fun assertAbout(expected: Instant, actual: Instant?) {
        val difference = JavaDuration.between(expected, actual)
        assertTrue(difference.abs() < JavaDuration.ofMinutes(1), difference.toString())
    }
}
