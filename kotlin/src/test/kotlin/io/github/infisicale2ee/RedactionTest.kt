package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeApiKeyInfo
import io.github.infisicale2ee.internal.NativeAuditChange
import io.github.infisicale2ee.internal.NativeAuditedSecret
import io.github.infisicale2ee.internal.NativeClientSecretInfo
import io.github.infisicale2ee.internal.NativeCreatedAccessToken
import io.github.infisicale2ee.internal.NativeCreatedApiKey
import io.github.infisicale2ee.internal.NativeCreatedClientSecret
import io.github.infisicale2ee.internal.NativeCreatedServiceAccount
import io.github.infisicale2ee.internal.NativeEmergencyKit
import io.github.infisicale2ee.internal.NativeInvitation
import io.github.infisicale2ee.internal.NativeSecretHistory
import io.github.infisicale2ee.internal.NativeSecretVersion
import io.github.infisicale2ee.internal.NativeServiceAccount
import io.github.infisicale2ee.internal.NativeSnapshotContents
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class RedactionTest {
    @Test
    fun `log output contains no secrets`() = withLocalServer {
        val secret =
            user.secrets.create(
                "NAME",
                "planted-value",
                comment = "planted-comment",
                project = project,
            )
        val list = user.secrets.list(project)
        val created = user.serviceTokens.create("reader", project)
        val reader = Client(baseUrl, token = created.token)
        val identity = user.identities.create("Robot")
        val clientId = user.identities.attachUniversalAuth(identity.id)
        val clientSecret = user.identities.createClientSecret(identity.id).clientSecret
        val machine = Client(baseUrl, clientId = clientId, clientSecret = clientSecret)
        val errors =
            listOf(
                assertThrows<ConflictException> {
                    user.secrets.create("NAME", "planted-value", project = project)
                },
                assertThrows<InvalidInputException> {
                    user.secrets.create("A", "planted-value\ud800", project = project)
                },
                assertThrows<InvalidCredentialException> {
                    Client(baseUrl, token = "planted-token")
                },
                assertThrows<InvalidCredentialException> {
                    Client(baseUrl, identityToken = "planted-token")
                },
                assertThrows<AuthenticationFailedException> {
                    Client(baseUrl, email = email, password = "planted-wrong").use {
                        it.account.me()
                    }
                },
                assertThrows<AuthenticationFailedException> {
                    Client(
                            baseUrl,
                            clientId = clientId,
                            clientSecret = "planted-wrong",
                            project = project,
                            environment = "dev",
                        )
                        .use { it.secrets.list() }
                },
            )
        val builder =
            Client.builder()
                .user(email, password)
                .token("planted-token")
                .machineIdentity(clientId, clientSecret)
                .identityToken("planted-token")
        val objects =
            listOf(
                listOf(secret, list, list.failures, created, created.info, builder),
                listOf(
                    user,
                    user.secrets,
                    user.account,
                    user.serviceTokens,
                    user.blocking(),
                    reader,
                ),
                listOf(user.account.me(), user.projects.list(), user.organizations.list()),
                listOf(
                    user.projects.openKey(project),
                    reader.secrets.list(),
                    user.blocking().secrets,
                ),
                listOf(machine, machine.capabilities(), user.identities, user.members),
                listOf(identity, user.members.list(project), user.blocking().identities),
                listOf(user.roles, user.groups, user.identities.universalAuth(identity.id)),
                user.account.sessions(),
                errors,
            )
        reader.close()
        machine.close()

        val tokenParts = created.token.split(".").drop(2)
        assertEquals(2, tokenParts.size)
        val planted = tokenParts + listOf("planted", password, clientSecret)
        for (thing in objects.flatten()) {
            val shown = shown(thing)
            planted.forEach { assertFalse(it in shown, shown) }
        }
        assertTrue("NAME" in "$secret" && "NAME" in "$list")
        assertEquals("planted-value" to "planted-comment", secret.value to secret.comment)
    }

    @Test
    fun `records redact only their secret fields`() {
        val serviceAccount =
            NativeCreatedServiceAccount(
                NativeServiceAccount("shown", "shown", "o-1", null, null),
                "planted-access",
                "public",
                "planted-private",
                "granter",
            )
        val apiKey = NativeApiKeyInfo("shown", "shown", null, null, null)
        val clientSecret = NativeClientSecretInfo("shown", "", "st.", null, null, 0, null)
        val version =
            NativeSecretVersion(
                "shown",
                "s-1",
                1,
                "shared",
                "dev",
                "NAME",
                "planted-value",
                "planted-comment",
                null,
                null,
            )
        val audited = NativeAuditedSecret(1, "shown", "planted-value")
        val kit = EmergencyKit(NativeEmergencyKit("shown", "a@b.test", "planted-key"))
        val invitation =
            Invitation(NativeInvitation("shown", "o-1", "planted-link", "planted-code"))
        val newValue = NewValue("shown", "planted-value", "planted-comment")
        val created =
            listOf(
                CreatedServiceAccount(serviceAccount),
                CreatedApiKey(NativeCreatedApiKey("planted-key", apiKey)),
                CreatedClientSecret(NativeCreatedClientSecret("planted-secret", clientSecret)),
            )
        val read =
            listOf(
                SecretVersion(version),
                SecretHistory(NativeSecretHistory(listOf(version), emptyList(), null)),
                SnapshotContents(
                    NativeSnapshotContents(
                        "shown",
                        null,
                        listOf(version),
                        emptyList(),
                        emptyList(),
                        null,
                    )
                ),
                AuditedSecret(audited),
                AuditChange(NativeAuditChange("shown", "dev", audited, audited)),
            )
        for (thing in listOf(kit, invitation, newValue) + created + read) {
            val shown = shown(thing)
            assertFalse("planted" in shown, shown)
            assertTrue("shown" in shown, shown)
        }
        assertEquals("planted-key" to "planted-link", kit.backupKey to invitation.link)
        val accessToken = CreatedAccessToken(NativeCreatedAccessToken("planted-token", 3600.0))
        assertFalse("planted" in shown(accessToken), shown(accessToken))
        assertEquals("CreatedAccessToken(expiresIn=1h)", "$accessToken")
        assertEquals("planted-token", accessToken.accessToken)
    }

    /** Every way to log an object. */
    private fun shown(thing: Any): String =
        listOf(
                "$thing",
                thing.toString(),
                "%s".format(thing),
                listOf(thing).toString(),
                mapOf(1 to thing).toString(),
                (thing to null).toString(),
                (thing as? Throwable)?.stackTraceToString(),
                IllegalStateException(thing.toString(), thing as? Throwable).stackTraceToString(),
            )
            .joinToString("\n")
}
